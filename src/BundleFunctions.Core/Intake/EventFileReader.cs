using System.Runtime.CompilerServices;
using BundleFunctions.Intake.Fast;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Intake;

/// <summary>Reads a raw event file, whatever its format: JSON in chunks and on several threads, the rest record by record.</summary>
internal sealed class EventFileReader(ICsvRows csv, ShopId shop, Pseudonymizer pseudonymizer, DateTimeOffset now, ImportMap? map, IntakeWork work)
{
    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public Task ReadAsync(RawText text, EventImport import, PeopleFilter people, CancellationToken cancellationToken) => text.Format switch
    {
        TextFormat.JsonLines => ReadJsonAsync(new LineChunks(text.Content), import, people, cancellationToken),
        TextFormat.JsonArray => ReadJsonAsync(new RecordChunks(new JsonArrayReader(text.Content)), import, people, cancellationToken),
        TextFormat.Csv when map is null => ReadOwnCsvAsync(text.Content, import, people, cancellationToken),
        TextFormat.Csv => import.RunAsync(ReadCsvAsync(text.Content, cancellationToken), cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task ReadJsonAsync(IChunkSource source, EventImport import, PeopleFilter people, CancellationToken cancellationToken)
    {
        using (source)
        {
            var pipeline = new EventPipeline(source, import, () => new EventWorker(shop, pseudonymizer, now, people));
            await pipeline.RunAsync(work, cancellationToken);
        }
    }

    // Chunk by chunk as far as rows are simple, and the rest as it comes.
    private async Task ReadOwnCsvAsync(Stream content, EventImport import, PeopleFilter people, CancellationToken cancellationToken)
    {
        using var source = new CsvChunks(content, (byte)',');
        var header = new CsvHeader(source, (byte)',');
        if (await header.ReadAsync(cancellationToken) is { } columns)
        {
            var pipeline = new EventPipeline(header, import, () => new EventWorker(shop, pseudonymizer, now, people, columns));
            await pipeline.RunAsync(work, cancellationToken);
        }

        if (source.Rest is { } rest)
        {
            await import.RunAsync(header.After(ReadCsvAsync(header.Before(rest), cancellationToken), source.RestLine), cancellationToken);
        }
    }

    private async IAsyncEnumerable<ParsedRecord> ReadCsvAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventCsvMapper? mapper = null;
        var events = new GeneralEvents(new EventValidator(shop, pseudonymizer, now));
        await foreach (var row in csv.ReadAsync(content, map?.Separator ?? ',', cancellationToken))
        {
            if (mapper is null)
            {
                mapper = row.Fault is null
                    ? new EventCsvMapper(row.Fields, map)
                    : throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
                continue;
            }

            yield return events.Check(row.Line, mapper.Draft, row.Fault ?? mapper.Read(row.Fields));
        }
    }

    internal static FieldFault TooLong { get; } =
        new(null, RejectCodes.LineTooLong, $"Expected a record of at most {IntakeLimits.RecordBytes} bytes.");
}
