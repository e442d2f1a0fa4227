namespace BundleFunctions.Numerics.Statistics;

/// <summary>How unevenly something is shared out.</summary>
public static class GiniIndex
{
    /// <summary><c>G = sum_i (2 i - n - 1) x_i / (n sum x)</c> over x ascending, i from 1: 0 where all have the same, (n - 1) / n where one has
    /// everything, 0 where there is nothing to share. Gini 1912.</summary>
    /// <param name="amounts">0 or more each, in any order.</param>
    public static double Of(ReadOnlySpan<long> amounts)
    {
        var sorted = amounts.ToArray();
        Array.Sort(sorted);
        var (weighted, total) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            weighted += ((2.0 * (i + 1)) - sorted.Length - 1) * sorted[i];
            total += sorted[i];
        }

        return total == 0 ? 0 : weighted / (sorted.Length * total);
    }
}
