namespace BundleFunctions.Statistics;

/// <summary>How many units an experiment needs, and for how long it must run.</summary>
public static class SampleSize
{
    /// <summary>Units in each group: <c>2 (z(1 - alpha / 2m) + z(power))^2 variance / effect^2</c>, alpha shared out among m comparisons with the
    /// control (Bonferroni).</summary>
    /// <param name="variance">Of the outcome of one unit.</param>
    /// <param name="effect">The least difference that is to be found, above 0.</param>
    /// <param name="comparisons">Variants besides the control, 1 or more.</param>
    /// <param name="alpha">Share of false alarms, above 0 and below 1.</param>
    /// <param name="power">Share of true differences found, above 0 and below 1.</param>
    public static long PerGroup(double variance, double effect, int comparisons = 1, double alpha = 0.05, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effect);
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        var z = Normal.Quantile(1 - (alpha / (2 * comparisons))) + Normal.Quantile(power);
        return (long)Math.Ceiling(2 * z * z * Math.Max(0, variance) / (effect * effect));
    }

    /// <summary>Whole days until the smallest group has that many; null where nobody comes.</summary>
    /// <param name="perGroup">Units a group.</param>
    /// <param name="unitsPerDay">New units that come a day.</param>
    /// <param name="smallestShare">Share of them that the smallest group gets, 0..1.</param>
    public static int? Days(long perGroup, double unitsPerDay, double smallestShare) =>
        unitsPerDay * smallestShare > 0 ? (int)Math.Min(int.MaxValue, Math.Ceiling(perGroup / (unitsPerDay * smallestShare))) : null;
}
