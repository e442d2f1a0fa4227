using BundleFunctions.Bandits;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What was earned under shares of the discounts that were drawn, kept so that each share can be judged as if it were always given.</summary>
internal sealed class DiscountLedger
{
    // Shares are kept in hundredths, so there cannot be more.
    private readonly SortedDictionary<double, OffPolicySums> _shares = [];
    private long _shown;

    /// <summary>A bundle was shown.</summary>
    public void Show(RecommendationStamp stamp)
    {
        if (stamp.DiscountPropensity < 1)
        {
            _shown++;
            SumsOf(stamp).Choose(1 / stamp.DiscountPropensity);
        }
    }

    /// <summary>A bundle that was shown has earned.</summary>
    public void Earn(RecommendationStamp stamp, double margin)
    {
        if (stamp.DiscountPropensity < 1)
        {
            SumsOf(stamp).Reward(1 / stamp.DiscountPropensity, margin);
        }
    }

    /// <summary>Every share that was drawn, the smallest first; null where none was.</summary>
    public IReadOnlyList<PolicyReport>? Judge(double level) => _shown == 0 ? null :
    [
        .. _shares.Where(pair => pair.Value.Choices > 0)
            .Select(pair => new PolicyReport(pair.Key, _shown, pair.Value.Choices, pair.Value.Estimate(_shown, level))),
    ];

    private OffPolicySums SumsOf(RecommendationStamp stamp)
    {
        if (!_shares.TryGetValue(stamp.DiscountShare, out var sums))
        {
            _shares.Add(stamp.DiscountShare, sums = new OffPolicySums());
        }

        return sums;
    }
}
