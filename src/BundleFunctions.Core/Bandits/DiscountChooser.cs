using BundleFunctions.Experiments;
using BundleFunctions.Serving;
using BundleFunctions.Statistics;

namespace BundleFunctions.Bandits;

/// <summary>Chooses how much of the published discounts is given, by Gaussian Thompson sampling on the margin an impression.</summary>
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

        var margin = options with { Goal = BanditGoal.Margin };
        var beliefs = shares.Select(share => ArmBeliefs.Of(table.FindDiscountShare(share), table.Total, 1, margin)).ToArray();
        var propensities = ThompsonSampling.Propensities(beliefs, options.Exploration);
        var bucket = options.BucketOf(context.At);
        var chosen = ThompsonSampling.Choose(propensities, UnitHash.Of($"discount|{context.Shop}|{context.Page}|{bucket}", string.Join('\n', context.Products)));
        return new DiscountChoice(shares[chosen], propensities[chosen], bucket);
    }
}
