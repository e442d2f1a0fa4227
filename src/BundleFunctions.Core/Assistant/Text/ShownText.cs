using System.Text.RegularExpressions;

namespace BundleFunctions.Assistant.Text;

/// <summary>Catalogue text in a sentence that people read: a name and nothing else, whatever the catalogue wrote there.</summary>
internal static partial class ShownText
{
    /// <summary>Longest name in a sentence, in UTF-16 units.</summary>
    public const int MaxLength = 80;

    /// <summary>The text without markup, addresses and control signs, on one line, cut at <see cref="MaxLength"/>.</summary>
    public static string Of(string text)
    {
        var plain = PlainText.Of(text, 4 * MaxLength);
        plain = Tag().Replace(plain, " ");
        plain = Link().Replace(plain, "${text}");
        plain = Address().Replace(plain, " ");
        plain = PlainText.Of(Marks().Replace(plain, " "), MaxLength).Trim();
        return plain.Length == 0 ? "?" : plain;
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\]\([^()]*(\([^()]*\)[^()]*)*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(https?|javascript|data|file|ftp):\S*|\bwww\.\S*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"[<>\[\]{}`*|\\]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
