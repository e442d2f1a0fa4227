namespace BundleFunctions.Intake.Maps;

/// <summary>What a map takes for no value, and for no part of one.</summary>
internal sealed class ValueTexts(IReadOnlyList<string> empty, bool trim)
{
    private readonly HashSet<string> _empty = new(empty, StringComparer.Ordinal);

    /// <summary>The value that a text is; null where it is none.</summary>
    public string? Clean(string? text)
    {
        var cleaned = trim ? text?.Trim() : text;
        return string.IsNullOrEmpty(cleaned) || (_empty.Count > 0 && _empty.Contains(cleaned)) ? null : cleaned;
    }
}
