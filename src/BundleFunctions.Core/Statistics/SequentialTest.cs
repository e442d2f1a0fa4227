namespace BundleFunctions.Statistics;

/// <summary>A test that may be looked at as often as one likes: the mixture sequential probability ratio test with a normal mixture of variance
/// tau^2 over the true difference. Its p-value and interval hold at every look at once, so that stopping at a good moment is no error. Robbins 1970;
/// Johari, Koomen, Pekelis, Walsh, "Peeking at A/B tests", KDD 2017.</summary>
public static class SequentialTest
{
    /// <summary>Units in each group below which nothing is said: the variances are estimated, and the first few say little of them.</summary>
    public const int MinUnits = 100;

    /// <summary>With V the variance of the difference d: the likelihood ratio is
    /// <c>sqrt(V / (V + tau^2)) exp(tau^2 d^2 / (2 V (V + tau^2)))</c>, p its inverse, and the interval all differences that are not refused:
    /// <c>d -+ sqrt(V (V + tau^2) / tau^2 (2 ln(1 / alpha) + ln((V + tau^2) / V)))</c>. Null where a group is too small or nothing varies.</summary>
    /// <param name="treated">The group under trial.</param>
    /// <param name="control">The group that it is compared with.</param>
    /// <param name="tau">The size of difference that the test is sharpest for, in the units of the outcome; above 0.</param>
    /// <param name="level">1 - alpha, above 0 and below 1.</param>
    public static Estimate? Compare(Moments treated, Moments control, double tau, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tau);
        var variance = treated.MeanVariance + control.MeanVariance;
        if (treated.Count < MinUnits || control.Count < MinUnits || variance <= 0)
        {
            return null;
        }

        var difference = treated.Mean - control.Mean;
        var (mixed, square) = (variance + (tau * tau), tau * tau);
        var logRatio = (0.5 * Math.Log(variance / mixed)) + (square * difference * difference / (2 * variance * mixed));
        var spread = Math.Sqrt(variance * mixed / square * ((2 * Math.Log(1 / (1 - level))) + Math.Log(mixed / variance)));
        return new Estimate(difference, difference - spread, difference + spread, Math.Min(1, Math.Exp(-logRatio)));
    }
}
