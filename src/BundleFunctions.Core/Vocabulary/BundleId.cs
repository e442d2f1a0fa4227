using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A bundle, named by what it holds: 1..63 characters of a-z, 0-9 and inner hyphens.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<BundleId>))]
public readonly record struct BundleId : IIdentifier<BundleId>, IComparable<BundleId>
{
    private readonly string? _value;

    private BundleId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out BundleId id)
    {
        var valid = Identifier.IsSlug(text, 63);
        id = valid ? new BundleId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(BundleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
