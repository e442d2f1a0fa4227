using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A published generation of bundles, named by its content: 1..63 characters of a-z, 0-9 and inner hyphens.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<GenerationId>))]
public readonly record struct GenerationId : IIdentifier<GenerationId>, IComparable<GenerationId>
{
    private readonly string? _value;

    private GenerationId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out GenerationId id)
    {
        var valid = Identifier.IsSlug(text, 63);
        id = valid ? new GenerationId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(GenerationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
