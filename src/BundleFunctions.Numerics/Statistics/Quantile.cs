namespace BundleFunctions.Numerics.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics: definition 7 of Hyndman and Fan 1996.</summary>
public static class Quantile
{
    /// <param name="sorted">Ascending; one or more.</param>
    /// <param name="share">0..1.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.Length == 0)
        {
            throw new ArgumentException("No values have no quantile; expected one or more.", nameof(sorted));
        }

        var place = share * (sorted.Length - 1);
        var below = Math.Clamp((int)Math.Floor(place), 0, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
