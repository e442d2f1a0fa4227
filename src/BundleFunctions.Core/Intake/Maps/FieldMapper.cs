namespace BundleFunctions.Intake.Maps;

/// <summary>Reads the fields of a record by a map's columns, constants, defaults and values.</summary>
/// <param name="map">The map.</param>
/// <param name="columns">Its columns, or those of its items.</param>
/// <param name="places">Numbers their places.</param>
/// <param name="isMine">Which of the map's constants and defaults are this reader's.</param>
/// <param name="isNumber">Which fields are numbers.</param>
internal sealed class FieldMapper<TField>(
    RecordMap<TField> map,
    IReadOnlyDictionary<TField, ImportSource> columns,
    MapPlaces places,
    Func<TField, bool> isMine,
    Func<TField, bool> isNumber)
    where TField : struct, Enum
{
    private readonly Column[] _columns =
    [
        .. columns.OrderBy(pair => pair.Key).Select(pair => new Column(
            pair.Key,
            places.Add(pair.Value),
            map.Values.TryGetValue(pair.Key, out var values) ? new Dictionary<string, string>(values, StringComparer.OrdinalIgnoreCase) : null,
            map.RemoveSuffix.GetValueOrDefault(pair.Key),
            map.DecimalComma && isNumber(pair.Key))),
    ];

    private readonly KeyValuePair<TField, string>[] _constants = [.. map.Constants.Where(pair => isMine(pair.Key))];
    private readonly KeyValuePair<TField, string>[] _defaults = [.. map.Defaults.Where(pair => isMine(pair.Key))];

    /// <summary>Gives every field that has a value to <paramref name="set"/>; what is given later counts. The first fault is the answer; the
    /// other fields are read all the same.</summary>
    public FieldFault? Read(IRecordValues values, Action<TField, string> set)
    {
        FieldFault? fault = null;
        foreach (var (field, text) in _defaults)
        {
            set(field, text);
        }

        foreach (var column in _columns)
        {
            var found = column.Source.Read(values, out var text);
            fault ??= found;
            if (column.Map(text) is { } value)
            {
                set(column.Field, value);
            }
        }

        foreach (var (field, text) in _constants)
        {
            set(field, text);
        }

        return fault;
    }

    private sealed record Column(TField Field, PlacedSource Source, Dictionary<string, string>? Values, string? Suffix, bool HasDecimalComma)
    {
        public string? Map(string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (Suffix is not null && text.EndsWith(Suffix, StringComparison.Ordinal))
            {
                text = text[..^Suffix.Length];
            }

            if (HasDecimalComma)
            {
                text = text.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.');
            }

            return Values is not null && Values.TryGetValue(text, out var ours) ? (ours.Length == 0 ? null : ours) : text;
        }
    }
}
