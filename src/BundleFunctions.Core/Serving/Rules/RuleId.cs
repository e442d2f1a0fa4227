using System.Text.Json.Serialization;

namespace BundleFunctions.Serving.Rules;

/// <summary>A merchandiser's rule: 1..63 characters of a-z, 0-9 and inner hyphens, as the shop names it.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<RuleId>))]
public readonly record struct RuleId : IIdentifier<RuleId>, IComparable<RuleId>
{
    private readonly string? _value;

    private RuleId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out RuleId id)
    {
        var valid = Identifier.IsSlug(text, 63);
        id = valid ? new RuleId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(RuleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
