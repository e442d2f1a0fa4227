using System.Globalization;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Intake;

/// <summary>Reads CSV rows of one file into drafts, by its header and, where the shop has one, its import map.</summary>
internal sealed class EventCsvMapper
{
    private readonly ImportMap? _map;
    private readonly TimeZoneInfo? _zone;
    private readonly string[] _header;
    private readonly EventField?[] _fields;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly int _unknownFields;

    /// <exception cref="RawFileException">A column that every row needs is missing.</exception>
    public EventCsvMapper(IReadOnlyList<string> header, ImportMap? map)
    {
        _map = map;
        _zone = map?.Time is { } time ? TimeZoneInfo.FindSystemTimeZoneById(time.Zone) : null;
        _header = [.. header.Select(name => name.Trim())];
        _fields = new EventField?[_header.Length];
        var byColumn = map is null
            ? EventFieldNames.ByName
            : map.Columns.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        for (var i = 0; i < _header.Length; i++)
        {
            _columns.TryAdd(_header[i], i);
            _fields[i] = byColumn.TryGetValue(_header[i], out var field) ? field : null;
            _unknownFields += _fields[i] is null && map?.Ignored.Contains(_header[i], StringComparer.Ordinal) != true ? 1 : 0;
        }

        string[] needed = map is null ? ["type", "occurredAt"] : [.. map.Columns.Values.Order(StringComparer.Ordinal)];
        if (needed.Except(_header, StringComparer.Ordinal).FirstOrDefault() is { } column)
        {
            throw new RawFileException(RejectCodes.MissingColumn, $"Expected a header with column {column}; found {string.Join(',', _header)}.");
        }

        Draft = new EventDraft(map is null ? EventFieldNames.All : Names(map), isFlat: true);
    }

    public EventDraft Draft { get; }

    /// <summary>Reads one row into <see cref="Draft"/>.</summary>
    public FieldFault? Read(IReadOnlyList<string> row)
    {
        Draft.Clear();
        if (row.Count != _header.Length)
        {
            return new(null, RejectCodes.WrongFieldCount, $"Expected {_header.Length} fields; found {row.Count}.");
        }

        for (var i = 0; i < row.Count; i++)
        {
            if (_fields[i] is { } field)
            {
                Draft[field] = row[i];
            }
        }

        Draft.UnknownFields = _unknownFields;
        if (_map is not null && Apply(_map, row) is { } fault)
        {
            return fault;
        }

        if (Draft[EventField.ProductId] is not null)
        {
            Draft.Items.Add(new ItemDraft(
                Draft[EventField.ProductId],
                Draft[EventField.Quantity],
                Draft[EventField.UnitPrice],
                Draft[EventField.Discount],
                Draft[EventField.Title]));
        }

        return null;
    }

    private FieldFault? Apply(ImportMap map, IReadOnlyList<string> row)
    {
        foreach (var rule in map.Refuse)
        {
            if (_columns.TryGetValue(rule.Column, out var column) && rule.Fits(row[column]))
            {
                var isPersonal = _fields[column] is { } field && EventFieldNames.IsPersonal(field);
                return new(rule.Column, rule.Code, rule.Reason, isPersonal ? null : row[column]);
            }
        }

        foreach (var (constant, value) in map.Constants)
        {
            Draft[constant] = value;
        }

        foreach (var (ending, suffix) in map.RemoveSuffix)
        {
            if (Draft[ending] is { } text && text.EndsWith(suffix, StringComparison.Ordinal))
            {
                Draft[ending] = text[..^suffix.Length];
            }
        }

        if (map.Refunds is { } refunds && row[_columns[refunds.Column]].StartsWith(refunds.StartsWith, StringComparison.Ordinal))
        {
            Draft[EventField.Type] = "refund";
            Draft[EventField.Quantity] = Negate(Draft[EventField.Quantity]);
        }

        return map.Time is { } time && Draft[EventField.OccurredAt] is { } found ? ReadTime(time, found) : null;
    }

    private FieldFault? ReadTime(ImportTime time, string found)
    {
        if (!DateTime.TryParseExact(found, (string[])[.. time.Formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new(
                Draft.NameOf(EventField.OccurredAt), RejectCodes.TimeInvalid, $"Expected a time as {string.Join(" or ", time.Formats)}.", found);
        }

        // An hour that a clock change leaves out takes the offset before the change; one that comes twice is the later one.
        Draft.OccurredAt = new DateTimeOffset(local, _zone!.GetUtcOffset(local)).ToUniversalTime();
        return null;
    }

    // What is no negative number stays as it is, and is refused where it is out of range.
    private static string? Negate(string? quantity) =>
        quantity switch
        {
            ['-', .. var positive] => positive,
            null => null,
            _ => $"-{quantity}",
        };

    private static string[] Names(ImportMap map)
    {
        var names = (string[])EventFieldNames.All.Clone();
        foreach (var (field, column) in map.Columns)
        {
            names[(int)field] = column;
        }

        return names;
    }
}
