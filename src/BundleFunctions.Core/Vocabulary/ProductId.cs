using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A product as its shop names it: opaque and case-sensitive ("007" and "7" differ), 1..128 characters, no control characters, no white space at the ends.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ProductId>))]
public readonly record struct ProductId : IIdentifier<ProductId>, IComparable<ProductId>
{
    private readonly string? _value;

    private ProductId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ProductId id)
    {
        var valid = Identifier.IsOpaque(text, 128);
        id = valid ? new ProductId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(ProductId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
