using System.Text.RegularExpressions;
using BundleFunctions.Testing;

namespace BundleFunctions.Functions.Tests.Docs;

/// <summary><c>docs/http-api.md</c> in its parts.</summary>
internal static partial class HttpApiDoc
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "http-api.md")).ReplaceLineEndings("\n");

    /// <summary>The sections that are headed by a route, such as <c>GET /api/v1/{shop}/bundles</c>, with their text.</summary>
    public static IReadOnlyDictionary<string, string> Routes { get; } = Sections()
        .Where(section => section.Title.StartsWith('`'))
        .ToDictionary(section => section.Title.Trim('`'), section => section.Body, StringComparer.Ordinal);

    /// <summary>The text below a heading.</summary>
    public static string Section(string title) => Sections().Single(section => string.Equals(section.Title, title, StringComparison.Ordinal)).Body;

    /// <summary>The fenced blocks of a language in a text.</summary>
    public static IReadOnlyList<string> Blocks(string text, string language) =>
        [.. text.Split($"```{language}\n").Skip(1).Select(rest => rest.Split("```")[0].Trim())];

    /// <summary>The cells of every table row of a text, header and rule aside.</summary>
    public static IReadOnlyList<string[]> Rows(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) || NumberedRow().IsMatch(line))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Trim('`')).ToArray())];

    private static IEnumerable<(string Title, string Body)> Sections() =>
        from part in Heading().Split("\n" + Text).Skip(1)
        let end = part.IndexOf('\n', StringComparison.Ordinal)
        select (part[..end].Trim(), part[end..]);

    [GeneratedRegex("\n#{1,4} ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| \d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedRow();
}
