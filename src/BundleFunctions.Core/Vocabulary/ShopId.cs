using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A shop: 1..63 characters of a-z, 0-9 and inner hyphens.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ShopId>))]
public readonly record struct ShopId : IIdentifier<ShopId>, IComparable<ShopId>
{
    private readonly string? _value;

    private ShopId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ShopId id)
    {
        var valid = Identifier.IsSlug(text, 63);
        id = valid ? new ShopId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(ShopId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
