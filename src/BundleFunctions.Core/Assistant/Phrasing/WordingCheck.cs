using System.Buffers;
using System.Collections.Frozen;
using BundleFunctions.Assistant.Data;
using BundleFunctions.Assistant.Slots;
using BundleFunctions.Assistant.Text;

namespace BundleFunctions.Assistant.Phrasing;

/// <summary>Holds free wording to what the rules know. The lines of goods and prices must stand in it as they are, and everything around them must be
/// made of common words and of words that the rules' own message has: so no other product, price, number, promise or address can be named.</summary>
internal static class WordingCheck
{
    /// <summary>Longest wording, in UTF-16 units.</summary>
    public const int MaxLength = 4000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>[]{}`|\\@#*");

    private static readonly Lazy<FrozenSet<string>> English = new(() => Common("en", word => Words.TextsOf(word)));
    private static readonly Lazy<FrozenSet<string>> Chinese = new(() => Common("zh", word => [word]));

    /// <summary>The wording as it may be shown; null where it may not.</summary>
    /// <param name="wording">What somebody made of the message.</param>
    /// <param name="message">The rules' message.</param>
    public static string? Accept(string? wording, string message)
    {
        if (wording is null || wording.Length is 0 or > MaxLength)
        {
            return null;
        }

        var text = wording.Trim().ReplaceLineEndings("\n");
        if (text.Length == 0 || text.AsSpan().IndexOfAny(Marks) >= 0 || text.Any(sign => (char.IsControl(sign) && sign != '\n') || char.IsSurrogate(sign)))
        {
            return null;
        }

        // Longer lines first: one may be the beginning of another.
        var rest = text;
        foreach (var line in message.Split('\n').Where(IsFact).OrderByDescending(line => line.Length))
        {
            var at = rest.IndexOf(line, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            rest = string.Concat(rest.AsSpan(0, at), "\n", rest.AsSpan(at + line.Length));
        }

        // Facts within sentences, such as "Tent costs EUR 89.00.", must stand there whole as well.
        foreach (var sentence in message.Split('\n').Where(line => !IsFact(line) && line.Any(char.IsDigit)))
        {
            if (!rest.Contains(sentence, StringComparison.Ordinal))
            {
                return null;
            }

            rest = rest.Replace(sentence, "\n", StringComparison.Ordinal);
        }

        return IsPlain(rest, message) ? text : null;
    }

    /// <summary>Whether a line of a message is one of goods.</summary>
    internal static bool IsFact(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static bool IsPlain(string rest, string message)
    {
        var lower = PlainText.Of(rest, MaxLength).ToLowerInvariant();
        if (lower.Any(sign => char.IsDigit(sign) || sign is '%' or '$' or '€' or '£' or '¥') || PriceReader.Find(lower, null, out _) is not null)
        {
            return false;
        }

        var own = message.ToLowerInvariant();
        var known = Words.TextsOf(own).ToFrozenSet(StringComparer.Ordinal);
        for (var at = 0; at < lower.Length;)
        {
            var isHan = PlainText.IsHan(lower[at]);
            var end = at + 1;
            while (end < lower.Length && PlainText.IsHan(lower[end]) == isHan)
            {
                end++;
            }

            var part = lower[at..end];
            if (isHan ? !IsCovered(part, own) : !Words.TextsOf(part).All(word => known.Contains(word) || English.Value.Contains(word)))
            {
                return false;
            }

            at = end;
        }

        return true;
    }

    // Whether a run of Chinese can be cut into common words and pieces, of two characters or more, of the rules' own message.
    private static bool IsCovered(string run, string own)
    {
        var reached = new bool[run.Length + 1];
        reached[0] = true;
        for (var end = 1; end <= run.Length; end++)
        {
            for (var length = 1; length <= Math.Min(8, end) && !reached[end]; length++)
            {
                var piece = run.Substring(end - length, length);
                reached[end] = reached[end - length]
                    && (Chinese.Value.Contains(piece) || (length > 1 && own.Contains(piece, StringComparison.Ordinal)));
            }
        }

        return reached[^1];
    }

    private static FrozenSet<string> Common(string language, Func<string, IEnumerable<string>> forms) =>
        DataFile.Read("wording", DataJson.Default.DictionaryStringStringArray)[language].SelectMany(forms).ToFrozenSet(StringComparer.Ordinal);
}
