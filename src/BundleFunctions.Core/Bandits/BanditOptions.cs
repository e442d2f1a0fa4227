namespace BundleFunctions.Bandits;

/// <summary>How answers learn from what is clicked and bought.</summary>
/// <param name="Goal">What is wanted more of.</param>
/// <param name="Exploration">Share of first places that go to any of the bundles alike, above 0 and at most 0.5: no propensity is below that over the
/// number of bundles, so that what another policy would have earned can be told.</param>
/// <param name="HalfLifeDays">Age in days at which a count weighs half; above 0.</param>
/// <param name="PriorImpressions">Impressions that the model's own order is worth, 1..10000.</param>
/// <param name="BucketMinutes">How long one draw of chance stands, 1..1440: equal questions have equal answers for so long.</param>
/// <param name="MinImpressions">Impressions of the whole shop below which the model's order stays, 0 or more.</param>
/// <param name="MaxBundles">Bundles of an answer that compete for the first place, 2..20.</param>
/// <param name="DiscountShares">Shares of the published discount that compete, each 0..1; null where the whole discount is always given.</param>
/// <param name="DiscountPolicy">How one of them is chosen.</param>
public sealed record BanditOptions(
    BanditGoal Goal = BanditGoal.Clicks,
    double Exploration = 0.05,
    double HalfLifeDays = 14,
    double PriorImpressions = 50,
    int BucketMinutes = 10,
    long MinImpressions = 1000,
    int MaxBundles = 10,
    IReadOnlyList<double>? DiscountShares = null,
    BanditPolicy DiscountPolicy = BanditPolicy.Thompson)
{
    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Enum.IsDefined(Goal) ? $"bandit.goal is {(int)Goal}; expected clicks or margin."
        : !Enum.IsDefined(DiscountPolicy) ? $"bandit.discountPolicy is {(int)DiscountPolicy}; expected thompson or linucb."
        : !(Exploration is > 0 and <= 0.5) ? $"bandit.exploration is {Exploration}; expected above 0 and at most 0.5."
        : !(HalfLifeDays > 0) ? $"bandit.halfLifeDays is {HalfLifeDays}; expected above 0."
        : !(PriorImpressions is >= 1 and <= 10_000) ? $"bandit.priorImpressions is {PriorImpressions}; expected 1..10000."
        : BucketMinutes is < 1 or > 1440 ? $"bandit.bucketMinutes is {BucketMinutes}; expected 1..1440."
        : MinImpressions < 0 ? $"bandit.minImpressions is {MinImpressions}; expected 0 or more."
        : MaxBundles is < 2 or > 20 ? $"bandit.maxBundles is {MaxBundles}; expected 2..20."
        : DiscountShares is { } shares && (shares.Count is < 2 or > 10 || shares.Any(share => !(share is >= 0 and <= 1)))
            ? "bandit.discountShares: expected 2..10 shares of 0..1."
        : null;

    /// <summary>The bucket of a moment: never 0.</summary>
    public long BucketOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (60L * BucketMinutes);
}
