namespace BundleFunctions.Intake.Maps;

/// <summary>Reads events by an import map.</summary>
internal sealed class EventMapper : IRecordMapper
{
    private readonly ImportMap _map;
    private readonly FieldMapper<EventField> _fields;
    private readonly RuleMapper _rules;
    private readonly PlacedSource? _refunds;
    private readonly ItemMapper? _items;
    private readonly MapTime? _time;

    public EventMapper(ImportMap map)
    {
        _map = map;
        Texts = new ValueTexts(map.Empty, map.Trim);
        Draft = new EventDraft(NamesOf(map), map.Items?.From is null) { ItemsName = map.Items?.From ?? "items" };
        _fields = new FieldMapper<EventField>(map, map.Columns, Places, field => map.Items?.From is null || !IsItem(field), IsNumber);
        var personal = map.Columns.Where(pair => EventFieldNames.IsPersonal(pair.Key)).SelectMany(pair => pair.Value.Places).ToHashSet(StringComparer.Ordinal);
        _rules = new RuleMapper(map.LeaveOut, map.Refuse, Places, personal.Contains);
        _refunds = map.Refunds is null ? null : Places.Add(map.Refunds.Column);
        _items = map.Items is null ? null : new ItemMapper(map, map.Items, Places, Texts);
        _time = map.Time is null ? null : new MapTime(map.Time);
    }

    /// <inheritdoc/>
    public MapPlaces Places { get; } = new();

    /// <inheritdoc/>
    public ValueTexts Texts { get; }

    public EventDraft Draft { get; }

    /// <inheritdoc/>
    public void Clear() => Draft.Clear();

    /// <inheritdoc/>
    public FieldFault? Read(IRecordValues values, int unknownFields)
    {
        Draft.Clear();
        Draft.UnknownFields = unknownFields;
        var fault = _fields.Read(values, (field, text) => Draft[field] = text);
        return _rules.Find(values) ?? LeftOutType() ?? fault ?? ReadItems(values) ?? ReadRefund(values) ?? ReadTime();
    }

    /// <summary>Whether a field is one of an item.</summary>
    public static bool IsItem(EventField field) => field >= EventField.ProductId;

    private static bool IsNumber(EventField field) =>
        field is EventField.Quantity or EventField.UnitPrice or EventField.Discount or EventField.Rating;

    private FieldFault? LeftOutType() =>
        _map.OtherTypes == OtherTypes.LeaveOut && Draft[EventField.Type] is { } type && !EventTypeNames.IsKnown(type)
            ? new(Draft.NameOf(EventField.Type), RejectCodes.OtherType, "Expected a type that the map knows.", type) { IsLeftOut = true }
            : null;

    private FieldFault? ReadItems(IRecordValues values)
    {
        if (_items is not null && _items.Read(values, Draft) is { } fault)
        {
            return fault;
        }

        if (_map.Items is null && Draft[EventField.ProductId] is not null)
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

    private FieldFault? ReadRefund(IRecordValues values)
    {
        if (_map.Refunds is null || _refunds!.Read(values, out var text) is not null || !_map.Refunds.Fits(text))
        {
            return null;
        }

        Draft[EventField.Type] = "refund";
        for (var i = 0; i < Draft.Items.Count; i++)
        {
            Draft.Items[i] = Draft.Items[i] with { Quantity = Positive(Draft.Items[i].Quantity, _map.Refunds.Quantities) };
        }

        return null;
    }

    // What is no negative number stays as it is, and is refused where it is out of range.
    private static string? Positive(string? quantity, RefundSign sign) => (quantity, sign) switch
    {
        (null, _) or (_, RefundSign.Positive) => quantity,
        (['-', .. var positive], _) => positive,
        (_, RefundSign.Negative) => $"-{quantity}",
        _ => quantity,
    };

    private FieldFault? ReadTime()
    {
        if (_time is null || Draft[EventField.OccurredAt] is not { } found)
        {
            return null;
        }

        if (!_time.TryRead(found, out var read))
        {
            return new(Draft.NameOf(EventField.OccurredAt), RejectCodes.TimeInvalid, _time.Expected, found);
        }

        Draft.OccurredAt = read;
        return null;
    }

    private static string[] NamesOf(ImportMap map)
    {
        var names = (string[])EventFieldNames.All.Clone();
        foreach (var (field, source) in map.Columns.Concat(map.Items?.Columns ?? Empties<EventField, ImportSource>.All))
        {
            names[(int)field] = source.Places[0];
        }

        return names;
    }
}
