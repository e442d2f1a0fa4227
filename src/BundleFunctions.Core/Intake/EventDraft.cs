namespace BundleFunctions.Intake;

/// <summary>One event as it was found: texts, nothing checked. Used again for the next record.</summary>
/// <param name="names">What the file calls each field, for its refusals.</param>
/// <param name="isFlat">Whether the file has one item a record, in columns, and so no place <c>items[0]</c>.</param>
internal sealed class EventDraft(string[] names, bool isFlat)
{
    private readonly string?[] _values = new string?[EventFieldNames.Count];

    public bool IsFlat { get; } = isFlat;

    public List<ItemDraft> Items { get; } = [];

    /// <summary>What the file calls the list of its items.</summary>
    public string ItemsName { get; init; } = "items";

    /// <summary>Set where the time was read by an import map's own format; else the text is RFC 3339.</summary>
    public DateTimeOffset? OccurredAt { get; set; }

    /// <summary>Fields that no rule knows.</summary>
    public int UnknownFields { get; set; }

    /// <summary>A field's text; null where it is absent or empty.</summary>
    public string? this[EventField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = string.IsNullOrEmpty(value) ? null : value;
    }

    public string NameOf(EventField field) => names[(int)field];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        Items.Clear();
        OccurredAt = null;
        UnknownFields = 0;
    }
}
