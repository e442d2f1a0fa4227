using BundleFunctions.Catalogue;
using BundleFunctions.Catalogue.Maps;

namespace BundleFunctions.Intake.Maps;

/// <summary>Says what is wrong with maps, each fault with its place in the file.</summary>
internal static class MapCheck
{
    private static readonly EventField[] Actors = [EventField.VisitorId, EventField.UserId, EventField.SessionId, EventField.OrderId];

    public static IReadOnlyList<string> Find(ImportMap map)
    {
        var faults = Common(map, map.Items?.Columns.Keys);
        var given = map.Columns.Keys.Concat(map.Constants.Keys).Concat(map.Defaults.Keys).Concat(map.Items?.Columns.Keys ?? []).ToHashSet();
        foreach (var needed in new[] { EventField.Type, EventField.OccurredAt, EventField.ProductId }.Where(field => !given.Contains(field)))
        {
            faults.Add($"$.columns: expected {EventFieldNames.All[(int)needed]}, or a constant or a default for it.");
        }

        if (!Actors.Any(given.Contains))
        {
            faults.Add("$.columns: expected one of visitorId, userId, sessionId and orderId.");
        }

        var types = map.Constants.Concat(map.Defaults).Where(pair => pair.Key == EventField.Type).Select(pair => pair.Value)
            .Concat(map.Values.GetValueOrDefault(EventField.Type)?.Values ?? [])
            .Where(type => type.Length > 0 && !EventTypeNames.IsKnown(type));
        faults.AddRange(types.Select(type => $"$: '{type}' is no event type; expected one of {string.Join(", ", EventTypeNames.All)}."));
        CheckItems(map, faults);
        if (map.Refunds is { } refunds)
        {
            CheckCondition("$.refunds", refunds, faults);
        }

        return faults;
    }

    public static IReadOnlyList<string> Find(CatalogueMap map)
    {
        var faults = Common(map, null);
        foreach (var needed in new[] { ProductField.ProductId, ProductField.Title, ProductField.Price })
        {
            if (!map.Columns.ContainsKey(needed) && !map.Constants.ContainsKey(needed) && !map.Defaults.ContainsKey(needed)
                && map.Attributes?.Fields.ContainsKey(needed) is not true)
            {
                faults.Add($"$.columns: expected {ProductFieldNames.Of(needed)}, or a constant or a default for it.");
            }
        }

        foreach (var (name, list) in new[] { ("categories", map.Categories), ("requires", map.Requires), ("excludes", map.Excludes) })
        {
            if (list is { From.Count: 0 })
            {
                faults.Add($"$.{name}.from: expected one place or more.");
            }
        }

        return faults;
    }

    private static List<string> Common<TField>(RecordMap<TField> map, IEnumerable<TField>? alsoMapped)
        where TField : struct, Enum
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(map.Name))
        {
            faults.Add("$.name: expected a name.");
        }

        if (map.Separator is '"' or '\n' or '\r' or > '~')
        {
            faults.Add("$.separator: expected one character of ASCII that is neither a quote nor a line end.");
        }

        if (map.Optional.Where(field => !map.Columns.ContainsKey(field)).Select(field => (TField?)field).FirstOrDefault() is { } optional)
        {
            faults.Add($"$.optional: {optional} is not among the columns.");
        }

        var mapped = map.Columns.Keys.Concat(alsoMapped ?? []).ToHashSet();
        foreach (var field in map.Values.Keys.Concat(map.RemoveSuffix.Keys).Where(field => !mapped.Contains(field)))
        {
            faults.Add($"$: values or an ending of {field} are named, which is not among the columns.");
        }

        foreach (var (field, source) in map.Columns.Where(pair => pair.Value is null || pair.Value.Places.Any(string.IsNullOrEmpty)))
        {
            faults.Add($"$.columns.{field}: expected a place; found {source}.");
        }

        if (map.Formats.Contains(MapFormat.Json))
        {
            faults.AddRange(map.Columns.Values.SelectMany(source => source.Places).Where(place => RecordPath.Parse(place) is null)
                .Select(place => $"$.columns: '{place}' is no path; expected names with points between them, such as a.b[0] or a[key=name].c."));
        }

        CheckTime(map.Time, faults);
        CheckRules("$.refuse", map.Refuse, faults);
        CheckRules("$.leaveOut", map.LeaveOut, faults);
        return faults;
    }

    private static void CheckItems(ImportMap map, List<string> faults)
    {
        if (map.Items is not { } items)
        {
            return;
        }

        if ((items.From is null) == (items.Split is null))
        {
            faults.Add("$.items: expected from, for an array of objects, or split, for columns of several values.");
        }
        else if (items.From is not null && !items.Columns.ContainsKey(EventField.ProductId))
        {
            faults.Add("$.items.columns: expected productId.");
        }
        else if (items.Split is { Length: 0 })
        {
            faults.Add("$.items.split: expected what stands between the values.");
        }

        if (items.Columns.Keys.Where(field => !EventMapper.IsItem(field)).Select(field => (EventField?)field).FirstOrDefault() is { } strange)
        {
            faults.Add($"$.items.columns: {strange} is no field of an item.");
        }
    }

    private static void CheckTime(ImportTime? time, List<string> faults)
    {
        if (time is null)
        {
            return;
        }

        if (time.Formats is not { Count: > 0 })
        {
            faults.Add("$.time.formats: expected one format or more.");
            return;
        }

        faults.AddRange(time.Formats.Where(format => !MapTime.IsFormat(format))
            .Select(format => $"$.time.formats: '{format}' is no format; expected iso, unix-seconds, unix-milliseconds, unix-microseconds or one such as yyyy-MM-dd HH:mm:ss."));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(time.Zone ?? string.Empty, out _))
        {
            faults.Add($"$.time.zone: '{time.Zone}' is no time zone; expected one such as Europe/London.");
        }
    }

    private static void CheckRules(string place, IReadOnlyList<ImportRefusal> rules, List<string> faults)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            CheckCondition($"{place}[{i}]", rules[i], faults);
            var code = rules[i].Code;
            if (code.Length is 0 or > 64 || code.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
            {
                faults.Add($"{place}[{i}].code: '{code}' is no code; expected 1 to 64 of a-z, 0-9 and _.");
            }
        }
    }

    private static void CheckCondition(string place, ImportCondition condition, List<string> faults)
    {
        if (condition.Conditions != 1)
        {
            faults.Add($"{place}: expected exactly one of startsWith, oneOf, unlessOneOf, unlessStartsWithDigits, atMost and isAbsent; found {condition.Conditions}.");
        }
    }
}
