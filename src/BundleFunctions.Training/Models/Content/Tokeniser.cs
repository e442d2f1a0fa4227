using System.Text;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Cuts texts into terms, the same in every culture.</summary>
public static class Tokeniser
{
    /// <summary>Words in lower case: runs of letters, marks and digits of any script; a run of Chinese, Japanese or Korean script, which has
    /// no spaces, gives each two neighbouring characters as one term instead.</summary>
    /// <param name="stem">Whether a plural s of longer Latin words is dropped: <c>cables</c> becomes <c>cable</c>, <c>glass</c> stays.</param>
    public static List<string> Words(string text, bool stem)
    {
        var words = new List<string>();
        var run = new List<Rune>();
        var isBigram = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var belongs = Belongs(rune);
            if (run.Count > 0 && (!belongs || HasNoSpaces(rune) != isBigram))
            {
                Flush(run, isBigram, stem, words);
            }

            if (belongs)
            {
                isBigram = HasNoSpaces(rune);
                run.Add(Rune.ToLowerInvariant(rune));
            }
        }

        Flush(run, isBigram, stem, words);
        return words;
    }

    /// <summary>Runs of three and four characters within words, whose ends count as a blank: they see that <c>charger</c> and
    /// <c>charging</c> are alike.</summary>
    public static List<string> Grams(string text)
    {
        var grams = new List<string>();
        foreach (var word in Words(text, stem: false))
        {
            var padded = $" {word} ";
            for (var length = 3; length <= 4; length++)
            {
                for (var start = 0; start + length <= padded.Length; start++)
                {
                    grams.Add(padded.Substring(start, length));
                }
            }
        }

        return grams;
    }

    private static bool Belongs(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Kana, CJK ideographs with their extensions, and Hangul.
    private static bool HasNoSpaces(Rune rune) => rune.Value
        is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static void Flush(List<Rune> run, bool isBigram, bool stem, List<string> words)
    {
        if (isBigram && run.Count > 1)
        {
            for (var i = 0; i + 1 < run.Count; i++)
            {
                words.Add($"{run[i]}{run[i + 1]}");
            }
        }
        else if (run.Count > 0)
        {
            var word = string.Concat(run);
            words.Add(stem && word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word);
        }

        run.Clear();
    }
}
