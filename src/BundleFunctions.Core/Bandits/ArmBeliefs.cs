namespace BundleFunctions.Bandits;

/// <summary>From counts to beliefs.</summary>
internal static class ArmBeliefs
{
    /// <summary>The posterior of an arm. The prior is worth <see cref="BanditOptions.PriorImpressions"/> impressions of the shop's own rate, times how
    /// much better than the others the model takes the arm to be.</summary>
    /// <param name="arm">What is known of it.</param>
    /// <param name="total">What is known of all together.</param>
    /// <param name="factor">What the model gives it over the mean of its rivals, 0.5..2.</param>
    /// <param name="options">The goal and the prior.</param>
    public static Posterior Of(ArmStatistics arm, ArmStatistics total, double factor, BanditOptions options) =>
        options.Goal == BanditGoal.Margin ? Margin(arm, total, factor, options.PriorImpressions) : Clicks(arm, total, factor, options.PriorImpressions);

    private static Posterior Clicks(ArmStatistics arm, ArmStatistics total, double factor, double prior)
    {
        var rate = Math.Clamp(factor * (total.Clicks + 1) / (total.Impressions + 50), 0.0005, 0.9);

        // A count never says that clicks outnumber impressions: events may lack theirs.
        var clicks = Math.Min(arm.Clicks, arm.Impressions);

        // One click at the least, or the belief in an arm that nobody has shown would have no end towards 0.
        var strength = Math.Max(prior, 1 / rate);
        return Posterior.Beta((rate * strength) + clicks, ((1 - rate) * strength) + arm.Impressions - clicks);
    }

    // Known variance, the shop's: conjugate normal with the prior's weight in impressions.
    private static Posterior Margin(ArmStatistics arm, ArmStatistics total, double factor, double prior)
    {
        var mean = total.Impressions > 0 ? total.Margin / total.Impressions : 0;
        var variance = total.Impressions > 0 ? Math.Max((total.MarginSquares / total.Impressions) - (mean * mean), 1e-9) : 1;
        var weight = prior + arm.Impressions;
        return Posterior.Normal(((mean * factor * prior) + arm.Margin) / weight, Math.Sqrt(variance / weight));
    }
}
