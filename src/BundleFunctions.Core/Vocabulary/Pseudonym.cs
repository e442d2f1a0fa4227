using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>A keyed pseudonym of a personal identifier: 32 lower-case hexadecimal digits (128 bits of an HMAC).</summary>
[JsonConverter(typeof(IdentifierJsonConverter<Pseudonym>))]
public readonly record struct Pseudonym : IIdentifier<Pseudonym>, IComparable<Pseudonym>
{
    private readonly string? _value;

    private Pseudonym(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out Pseudonym id)
    {
        var valid = text is { Length: 32 } && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;
        id = valid ? new Pseudonym(text!) : default;
        return valid;
    }

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(Pseudonym other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
