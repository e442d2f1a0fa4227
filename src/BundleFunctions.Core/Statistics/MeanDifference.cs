namespace BundleFunctions.Statistics;

/// <summary>How much more one group has in the mean than another.</summary>
public static class MeanDifference
{
    /// <summary>Treated minus control with unequal variances (Welch 1947), by the normal distribution: groups of shops are large. Nothing can be said
    /// of a group of fewer than two.</summary>
    public static Estimate? Of(Moments treated, Moments control, double level = 0.95) =>
        treated.Count < 2 || control.Count < 2
            ? null
            : Estimate.Of(treated.Mean - control.Mean, treated.MeanVariance + control.MeanVariance, level);
}
