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
    private long _records;
    private long _hits;
    private long _unchecked;
    private long _faulty;

    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public async Task<RawScan> ScanAsync(Stream raw, CancellationToken cancellationToken)
    {
        await using var text = await RawText.OpenAsync(raw, cancellationToken);
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
                await ScanCsvAsync(text.Content, cancellationToken);
                break;
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
            else if (Owns(records.Record.Span))
            {
                _places.Add((place(), place() + 1));
                _hits++;
                found?.Invoke(records.Line, Encoding.UTF8.GetString(records.Record.Span));
            }
        }
    }

    private bool Owns(ReadOnlySpan<byte> json) => EventJsonParser.Parse(json, _draft) is null
        ? person.Owns(_draft) || person.Tokens.IsIn(json, strictly: true)
        : person.Tokens.IsInBroken(json);

    private async Task ScanCsvAsync(Stream content, CancellationToken cancellationToken)
    {
        EventCsvMapper? mapper = null;
        var (isHeader, from) = (true, 0L);
        await foreach (var row in csv.ReadAsync(content, map?.Separator ?? ',', cancellationToken))
        {
            Close(ref from, row.Line);
            if (isHeader)
            {
                isHeader = false;
                mapper = MapperOf(row.Fields);
                continue;
            }

            _records++;
            _faulty += row.Fault is null ? 0 : 1;
            if (Owns(row, mapper))
            {
                from = row.Line;
                _hits++;
                found?.Invoke(row.Line, string.Join(map?.Separator ?? ',', row.Fields));
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
    private bool Owns(CsvRow row, EventCsvMapper? mapper)
    {
        if (mapper is not null && row.Fault is null)
        {
            _ = mapper.Read(row.Fields);
            if (person.Owns(mapper.Draft))
            {
                return true;
            }
        }

        var isReadable = mapper is not null && row.Fault is null && row.Fields.Count > 0;
        return row.Fields.Any(field => isReadable
            ? person.Tokens.IsIn(Encoding.UTF8.GetBytes(field), strictly: true)
            : person.Tokens.IsInBroken(Encoding.UTF8.GetBytes(field)));
    }

    private EventCsvMapper? MapperOf(IReadOnlyList<string> header)
    {
        try
        {
            return new EventCsvMapper(header, map);
        }
        catch (RawFileException)
        {
            // Intake refuses such a file as a whole; its fields are looked at one by one.
            return null;
        }
    }
}
