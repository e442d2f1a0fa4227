using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A trained model, named by its content: 1..63 characters of a-z, 0-9 and inner hyphens.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ModelId>))]
public readonly record struct ModelId : IIdentifier<ModelId>, IComparable<ModelId>
{
    private readonly string? _value;

    private ModelId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ModelId id)
    {
        var valid = Identifier.IsSlug(text, 63);
        id = valid ? new ModelId(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(ModelId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
