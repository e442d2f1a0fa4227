using System.Runtime.CompilerServices;
using BundleFunctions.Intake.Fast;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Intake;

/// <summary>Reads a raw event file, whatever its format: our own schema in chunks and on several threads, the rest record by record.</summary>
internal sealed class EventFileReader(
    ICsvRows csv, IParquetRows parquet, ShopId shop, Pseudonymizer pseudonymizer, DateTimeOffset now, ImportMap? map, IntakeWork work)
{
    internal static FieldFault TooLong { get; } =
        new(null, RejectCodes.LineTooLong, $"Expected a record of at most {IntakeLimits.RecordBytes} bytes.");

    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public Task ReadAsync(RawText text, EventImport import, PeopleFilter people, CancellationToken cancellationToken) => text.Format switch
    {
        _ when map?.IsFor(text.Format) is true => import.RunAsync(ReadMappedAsync(map, text, cancellationToken), cancellationToken),
        TextFormat.JsonLines => ReadJsonAsync(new LineChunks(text.Content), import, people, cancellationToken),
        TextFormat.JsonArray => ReadJsonAsync(new RecordChunks(new JsonArrayReader(text.Content)), import, people, cancellationToken),
        TextFormat.Csv => ReadOwnCsvAsync(text, import, people, cancellationToken),
        TextFormat.Parquet => ReadJsonAsync(new RecordChunks(new ParquetRecords(parquet, text.Content)), import, people, cancellationToken),
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
    private async Task ReadOwnCsvAsync(RawText text, EventImport import, PeopleFilter people, CancellationToken cancellationToken)
    {
        var separator = (byte)text.Separator;
        using var source = new CsvChunks(text.Content, separator);
        var header = new CsvHeader(source, separator);
        if (await header.ReadAsync(cancellationToken) is { } columns)
        {
            var pipeline = new EventPipeline(header, import, () => new EventWorker(shop, pseudonymizer, now, people, columns, separator));
            await pipeline.RunAsync(work, cancellationToken);
        }

        if (source.Rest is { } rest)
        {
            var rows = ReadCsvAsync(header.Before(rest), text.Separator, cancellationToken);
            await import.RunAsync(header.After(rows, source.RestLine), cancellationToken);
        }
    }

    private async IAsyncEnumerable<ParsedRecord> ReadMappedAsync(
        ImportMap rules, RawText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapper = new EventMapper(rules);
        var events = NewEvents();
        await foreach (var (line, fault) in new MappedFile(csv, parquet).ReadAsync(text, rules, mapper, mayGoOn: false, cancellationToken))
        {
            yield return events.Check(line, mapper.Draft, fault);
        }
    }

    private async IAsyncEnumerable<ParsedRecord> ReadCsvAsync(
        Stream content, char separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventCsvMapper? mapper = null;
        var events = NewEvents();
        await foreach (var row in csv.ReadAsync(content, separator, cancellationToken))
        {
            if (mapper is null)
            {
                mapper = row.Fault is null
                    ? new EventCsvMapper(row.Fields)
                    : throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
                continue;
            }

            yield return events.Check(row.Line, mapper.Draft, row.Fault ?? mapper.Read(row.Fields));
        }
    }

    private GeneralEvents NewEvents() => new(new EventValidator(shop, pseudonymizer, now));
}
