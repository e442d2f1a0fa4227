namespace BundleFunctions;

/// <summary>What all identifiers share.</summary>
public static class Identifier
{
    /// <summary>Reads an identifier that must be valid, such as one that this product wrote itself.</summary>
    /// <exception cref="FormatException">The text breaks the rules of <typeparamref name="T"/>.</exception>
    public static T Parse<T>(string? text)
        where T : struct, IIdentifier<T> =>
        T.TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a valid {typeof(T).Name}.");

    /// <summary>Whether the text is 1..<paramref name="maxLength"/> characters of a-z, 0-9 and inner hyphens.</summary>
    internal static bool IsSlug(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || text.Length > maxLength || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text is 1..<paramref name="maxLength"/> UTF-16 units, well formed, without control characters
    /// and without white space at either end.</summary>
    internal static bool IsOpaque(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || text.Length > maxLength || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
