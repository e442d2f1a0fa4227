namespace BundleFunctions.Statistics;

/// <summary>A figure with its interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="PValue">Two-sided p-value of the figure being 0; 1 where nothing can be said.</param>
public sealed record Estimate(double Value, double Low, double High, double PValue)
{
    private static readonly double Z95 = Normal.Quantile(0.975);

    public bool Covers(double truth) => truth >= Low && truth <= High;

    /// <summary>The figure with a normal interval.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="variance">Of the figure itself, 0 or more.</param>
    /// <param name="level">Of the interval, above 0 and below 1.</param>
    public static Estimate Of(double value, double variance, double level = 0.95)
    {
        var deviation = Math.Sqrt(Math.Max(0, variance));
        var spread = (level == 0.95 ? Z95 : Normal.Quantile((1 + level) / 2)) * deviation;
        var p = deviation > 0 ? Normal.TwoSidedPValue(value / deviation) : value == 0 ? 1 : 0;
        return new Estimate(value, value - spread, value + spread, p);
    }
}
