using System.Runtime.CompilerServices;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Intake;

/// <summary>Reads a raw event file record by record, whatever its format.</summary>
internal sealed class EventFileReader(ICsvRows csv, IParquetRows parquet, EventValidator validator, ImportMap? map)
{
    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public IAsyncEnumerable<ParsedRecord> ReadAsync(RawText text, CancellationToken cancellationToken) => text.Format switch
    {
        _ when map?.IsFor(text.Format) is true => ReadMappedAsync(map, text, cancellationToken),
        TextFormat.JsonLines => ReadJsonAsync(new LineReader(text.Content), cancellationToken),
        TextFormat.JsonArray => ReadJsonAsync(new JsonArrayReader(text.Content), cancellationToken),
        TextFormat.Csv => ReadCsvAsync(text, cancellationToken),
        TextFormat.Parquet => ReadJsonAsync(new ParquetRecords(parquet, text.Content), cancellationToken),
        _ => AsyncEnumerable.Empty<ParsedRecord>(),
    };

    private async IAsyncEnumerable<ParsedRecord> ReadJsonAsync(
        IRecordReader records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (records)
        {
            var draft = new EventDraft(EventFieldNames.All, isFlat: false);
            while (await records.ReadAsync(cancellationToken))
            {
                var fault = records.IsTooLong ? TooLong : EventJsonParser.Parse(records.Record.Span, draft);
                yield return Check(records.Line, draft, fault);
            }
        }
    }

    private async IAsyncEnumerable<ParsedRecord> ReadMappedAsync(
        ImportMap rules, RawText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapper = new EventMapper(rules);
        await foreach (var (line, fault) in new MappedFile(csv, parquet).ReadAsync(text, rules, mapper, mayGoOn: false, cancellationToken))
        {
            yield return Check(line, mapper.Draft, fault);
        }
    }

    private async IAsyncEnumerable<ParsedRecord> ReadCsvAsync(RawText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventCsvMapper? mapper = null;
        await foreach (var row in csv.ReadAsync(text.Content, text.Separator, cancellationToken))
        {
            if (mapper is null)
            {
                mapper = row.Fault is null
                    ? new EventCsvMapper(row.Fields)
                    : throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
                continue;
            }

            yield return Check(row.Line, mapper.Draft, row.Fault ?? mapper.Read(row.Fields));
        }
    }

    internal static FieldFault TooLong { get; } =
        new(null, RejectCodes.LineTooLong, $"Expected a record of at most {IntakeLimits.RecordBytes} bytes.");

    private ParsedRecord Check(long line, EventDraft draft, FieldFault? fault)
    {
        ShopEvent? valid = null;
        fault ??= validator.Validate(draft, out valid);
        return new ParsedRecord(line, valid, fault, fault is null ? draft.UnknownFields : 0);
    }
}
