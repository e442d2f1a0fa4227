using BundleFunctions.Experiments;
using BundleFunctions.Serving;
using BundleFunctions.Statistics;

namespace BundleFunctions.Bandits;

/// <summary>Chooses how much of the published discounts is given, on the margin an impression: by Gaussian Thompson sampling, or by LinUCB in the context
/// of page and hour.</summary>
public static class DiscountChooser
{
    /// <summary>The share for a question: an experiment's, where a variant names one; else the bandit's; else the whole discount.</summary>
    public static DiscountChoice Choose(ExperimentView view, ExperimentAssignment assignment, AnswerContext context)
    {
        if (assignment.DiscountShare is { } given)
        {
            return new DiscountChoice(given, 1, 0);
        }

        if (view is not { Book.Bandit: { DiscountShares: { } shares } options, Table: { } table } || table.Total.Impressions < options.MinImpressions)
        {
            return new DiscountChoice(1, 1, 0);
        }

        // One moment stands for the whole bucket, so that equal questions have equal answers within it.
        var bucket = options.BucketOf(context.At);
        var at = DateTimeOffset.FromUnixTimeSeconds(bucket * options.BucketMinutes * 60L);
        var propensities = options.DiscountPolicy == BanditPolicy.LinUcb && DiscountModel.From(table.Discounts, shares) is { } model
            ? model.Propensities(context.Page, at, Deviation(table.Total), options.Exploration)
            : Thompson(table, shares, options);
        var chosen = ThompsonSampling.Choose(propensities, UnitHash.Of($"discount|{context.Shop}|{context.Page}|{bucket}", string.Join('\n', context.Products)));
        return new DiscountChoice(shares[chosen], propensities[chosen], bucket);
    }

    private static double[] Thompson(BanditTable table, IReadOnlyList<double> shares, BanditOptions options)
    {
        var margin = options with { Goal = BanditGoal.Margin };
        return ThompsonSampling.Propensities([.. shares.Select(share => ArmBeliefs.Of(table.FindDiscountShare(share), table.Total, 1, margin))], options.Exploration);
    }

    // Of what one bundle shown gives.
    private static double Deviation(ArmStatistics total)
    {
        var mean = total.Margin / total.Impressions;
        return Math.Sqrt(Math.Max(1e-12, (total.MarginSquares / total.Impressions) - (mean * mean)));
    }
}
