namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Right answers within a cut.</summary>
internal static class Hits
{
    public static int Count(RankedCase answer, int cut)
    {
        var hits = 0;
        foreach (var rank in answer.Ranks)
        {
            hits += rank <= cut ? 1 : 0;
        }

        return hits;
    }

    /// <summary>Ranks that were reached, ascending.</summary>
    public static int[] Sorted(RankedCase answer)
    {
        int[] ranks = [.. answer.Ranks.Where(rank => rank != int.MaxValue)];
        Array.Sort(ranks);
        return ranks;
    }

    /// <summary>The best items within the cut.</summary>
    public static ReadOnlySpan<int> Best(RankedCase answer, int cut) => answer.Top.AsSpan(0, Math.Min(cut, answer.Top.Length));
}
