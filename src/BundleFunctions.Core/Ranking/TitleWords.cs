namespace BundleFunctions.Ranking;

/// <summary>Compares titles by the words that they share: runs of letters and digits, case aside.</summary>
internal static class TitleWords
{
    private const int MostWords = 64;

    /// <summary>Common words over the root of the product of their numbers, each word once; 0..1, 0 where a title has none.</summary>
    public static double Cosine(string one, string other)
    {
        var (first, second) = (Of(one), Of(other));
        if (first.Count == 0 || second.Count == 0)
        {
            return 0;
        }

        var common = first.Count(second.Contains);
        return common / Math.Sqrt((double)first.Count * second.Count);
    }

    private static HashSet<string> Of(string title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= title.Length && words.Count < MostWords; i++)
        {
            if (i < title.Length && char.IsLetterOrDigit(title[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(title[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
