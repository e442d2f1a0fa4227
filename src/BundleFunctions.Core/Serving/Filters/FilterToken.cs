using System.Runtime.InteropServices;

namespace BundleFunctions.Serving.Filters;

/// <summary>A word of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a text, what stands between its quotes.</param>
/// <param name="Position">Where it begins, the first character being 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is this key word, in whatever case.</summary>
    public bool Is(string word) => Kind is FilterTokenKind.Name && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(string sign) => Kind is FilterTokenKind.Sign && string.Equals(Text, sign, StringComparison.Ordinal);

    /// <summary>For messages.</summary>
    public string Shown => Kind switch
    {
        FilterTokenKind.End => "the end",
        _ when Text.Length > 40 => $"'{Text[..40]}...'",
        _ => $"'{Text}'",
    };
}
