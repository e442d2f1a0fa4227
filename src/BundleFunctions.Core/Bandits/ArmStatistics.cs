namespace BundleFunctions.Bandits;

/// <summary>What is known of one arm: counts that fade with age, so they are no whole numbers.</summary>
/// <param name="Impressions">How often it was shown.</param>
/// <param name="Clicks">How often it was clicked.</param>
/// <param name="Margin">What it earned, in the shop's currency.</param>
/// <param name="MarginSquares">Sum of the squares of what single orders earned.</param>
public sealed record ArmStatistics(double Impressions, double Clicks, double Margin, double MarginSquares)
{
    public static ArmStatistics None { get; } = new(0, 0, 0, 0);

    public static ArmStatistics operator +(ArmStatistics one, ArmStatistics other) => new(
        one.Impressions + other.Impressions, one.Clicks + other.Clicks, one.Margin + other.Margin, one.MarginSquares + other.MarginSquares);

    /// <summary>The counts when they are worth that much of what they were.</summary>
    /// <param name="factor">0..1.</param>
    public ArmStatistics Fade(double factor) => new(Impressions * factor, Clicks * factor, Margin * factor, MarginSquares * factor);

    /// <summary>What a count of some age is worth: <c>2^(-age / half-life)</c>; 1 for what is yet to come.</summary>
    public static double Weight(TimeSpan age, double halfLifeDays) => Math.Pow(2, -Math.Max(0, age.TotalDays) / halfLifeDays);
}
