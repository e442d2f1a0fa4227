using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>An event's deduplication key: opaque, 1..128 characters.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<EventId>))]
public readonly record struct EventId : IIdentifier<EventId>, IComparable<EventId>
{
    private readonly string? _value;

    private EventId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out EventId id)
    {
        var valid = Identifier.IsOpaque(text, 128);
        id = valid ? new EventId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(EventId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
