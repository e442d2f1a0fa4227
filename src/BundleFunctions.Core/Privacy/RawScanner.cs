using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Privacy;

/// <summary>Looks for a person's records in raw event files of any format: by the fields that name persons, and by whole texts where a
/// record cannot be read or names the person elsewhere.</summary>
/// <param name="csv">Reads CSV.</param>
/// <param name="map">The shop's import map; null for our own schema.</param>
/// <param name="person">Who is looked for.</param>
/// <param name="found">Gets every record found with the line that it starts on; null where only places are wanted.</param>
internal sealed class RawScanner(ICsvRows csv, ImportMap? map, Person person, Action<long, string>? found = null)
{
    private readonly List<(long From, long To)> _places = [];
    private readonly EventDraft _draft = new(EventFieldNames.All, isFlat: false);
    private readonly EventMapper? _mapper = map is null ? null : new EventMapper(map);
    private MappedJson? _mapped;
    private long _records;
    private long _hits;
    private long _unchecked;
    private long _faulty;

    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public async Task<RawScan> ScanAsync(Stream raw, CancellationToken cancellationToken)
    {
        await using var text = await RawText.OpenAsync(raw, cancellationToken);
        _mapped = map?.IsFor(text.Format) is true ? new MappedJson(_mapper!, map.Ignored) : null;
        switch (text.Format)
        {
            case TextFormat.JsonLines:
                using (var lines = new LineReader(text.Content))
                {
                    await ScanAsync(lines, () => lines.Line, cancellationToken);
                }

                break;
            case TextFormat.JsonArray:
                using (var elements = new JsonArrayReader(text.Content))
                {
                    await ScanAsync(elements, () => _records - 1, cancellationToken);
                }

                break;
            case TextFormat.Csv:
                await ScanCsvAsync(text, cancellationToken);
                break;
            case TextFormat.Parquet:
                throw new RawFileException(RejectCodes.ParquetNotSupported, "Expected text; of Parquet no row can be taken out.");
        }

        return new RawScan(text.Format, _records, _hits, _places, _unchecked, _faulty);
    }

    private async Task ScanAsync(IRecordReader records, Func<long> place, CancellationToken cancellationToken)
    {
        while (await records.ReadAsync(cancellationToken))
        {
            _records++;
            if (records.IsTooLong)
            {
                _unchecked++;
            }
            else if (Owns(records.Record))
            {
                _places.Add((place(), place() + 1));
                _hits++;
                found?.Invoke(records.Line, Encoding.UTF8.GetString(records.Record.Span));
            }
        }
    }

    private bool Owns(ReadOnlyMemory<byte> json)
    {
        var (fault, draft) = _mapped is null ? (EventJsonParser.Parse(json.Span, _draft), _draft) : (_mapped.Read(json), _mapper!.Draft);
        return fault is null || fault.IsLeftOut
            ? person.Owns(draft) || person.Tokens.IsIn(json.Span, strictly: true)
            : (_mapped is not null && person.Owns(draft)) || person.Tokens.IsInBroken(json.Span);
    }

    private async Task ScanCsvAsync(RawText text, CancellationToken cancellationToken)
    {
        RowReader? reader = null;
        var (isFirst, from) = (true, 0L);
        var separator = (_mapped is null ? null : map!.Separator) ?? text.Separator;
        await foreach (var row in csv.ReadAsync(text.Content, separator, cancellationToken))
        {
            Close(ref from, row.Line);
            var isHeader = isFirst;
            if (isFirst)
            {
                isFirst = false;
                reader = ReaderOf(row.Fields, out isHeader);
            }

            if (isHeader)
            {
                continue;
            }

            _records++;
            _faulty += row.Fault is null ? 0 : 1;
            if (Owns(row, reader))
            {
                from = row.Line;
                _hits++;
                found?.Invoke(row.Line, string.Join(separator, row.Fields));
            }
        }

        Close(ref from, long.MaxValue);
    }

    // A row of several lines ends where the next one starts.
    private void Close(ref long from, long to)
    {
        if (from > 0)
        {
            _places.Add((from, to));
            from = 0;
        }
    }

    // A row that cannot be read tells nothing: the line itself is looked at when the file is written anew.
    private bool Owns(CsvRow row, RowReader? reader)
    {
        if (reader is not null && row.Fault is null)
        {
            _ = reader.Read(row.Fields);
            if (person.Owns(reader.Draft))
            {
                return true;
            }
        }

        var isReadable = reader is not null && row.Fault is null && row.Fields.Count > 0;
        return row.Fields.Any(field => isReadable
            ? person.Tokens.IsIn(Encoding.UTF8.GetBytes(field), strictly: true)
            : person.Tokens.IsInBroken(Encoding.UTF8.GetBytes(field)));
    }

    private RowReader? ReaderOf(IReadOnlyList<string> first, out bool isHeader)
    {
        isHeader = true;
        try
        {
            if (_mapped is not null)
            {
                var mapped = MappedCsv.Open(_mapper!, map!, first, mayGoOn: false, out isHeader);
                return new RowReader(_mapper!.Draft, mapped.Read);
            }

            var own = new EventCsvMapper(first);
            return new RowReader(own.Draft, own.Read);
        }
        catch (RawFileException)
        {
            // Intake refuses such a file as a whole; its fields are looked at one by one.
            return null;
        }
    }

    private sealed record RowReader(EventDraft Draft, Func<IReadOnlyList<string>, FieldFault?> Read);
}
