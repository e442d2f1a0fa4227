using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Experiments;
using BundleFunctions.Experiments;
using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Bandits;

public sealed class BanditRankerTests
{
    private static readonly Candidate[] Candidates = [Sample.Candidate("a", 0.3), Sample.Candidate("b", 0.2), Sample.Candidate("c", 0.1)];

    [Fact]
    public void Rank_NothingLearnt_LeavesTheModelsOrder()
    {
        var cold = View(new BanditOptions());

        foreach (var view in new[] { new ExperimentView(ExperimentBook.Empty, null), cold })
        {
            var ranking = BanditRanker.Rank(Candidates, view, Sample.Context());

            ranking.Candidates.ShouldBe(Candidates);
            (ranking.Propensity, ranking.Bucket).ShouldBe((1, 0));
        }
    }

    [Fact]
    public void Rank_OneIsClickedMore_StandsFirstMostOfTheTimeAndPropensityIsItsShare()
    {
        var view = View(new BanditOptions(), ("a", 5000, 100), ("b", 5000, 300), ("c", 5000, 100));
        var rankings = Enumerable.Range(0, 2000).Select(i => BanditRanker.Rank(Candidates, view, Sample.Context(at: Sample.Now.AddMinutes(10 * i)))).ToList();

        foreach (var same in rankings.GroupBy(ranking => ranking.Candidates[0].Bundle.BundleId.Value))
        {
            (same.Count() / 2000.0).ShouldBe(same.First().Propensity, 0.02, same.Key);
        }

        rankings.Count(ranking => ranking.Candidates[0].Bundle.BundleId.Value == "b").ShouldBeGreaterThan(1850);
        rankings.ShouldAllBe(ranking => ranking.Candidates.Select(candidate => candidate.Score).SequenceEqual(new[] { 0.3, 0.2, 0.1 }));
    }

    [Fact]
    public void Rank_OneBucket_IsTheSameForEverybody()
    {
        var view = View(new BanditOptions(BucketMinutes: 60), ("a", 900, 18), ("b", 900, 20), ("c", 900, 22));

        var orders = Enumerable.Range(0, 60)
            .Select(i => BanditRanker.Rank(Candidates, view, Sample.Context(visitor: i, at: Sample.Now.AddMinutes(i))))
            .Select(ranking => string.Concat(ranking.Candidates.Select(candidate => candidate.Bundle.BundleId.Value)));

        orders.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Rank_Pinned_StayFirst()
    {
        var view = View(new BanditOptions(), ("a", 5000, 100), ("b", 5000, 300), ("p", 5000, 0));

        var ranking = BanditRanker.Rank([Sample.Candidate("p", 0.01, isPinned: true), .. Candidates], view, Sample.Context());

        ranking.Candidates[0].Bundle.BundleId.Value.ShouldBe("p");
        ranking.Candidates.Count.ShouldBe(4);
    }

    [Fact]
    public void DiscountChooser_ExperimentNamesAShare_TheBanditIsNotAsked()
    {
        var view = View(new BanditOptions(DiscountShares: [0, 0.5, 1]), ("a", 5000, 100));
        var treated = new ExperimentVariant("half", DiscountShare: 0.5);
        var assignment = new ExperimentAssignment(false, [new ExperimentArm(Sample.Experiment("x"), treated, treated)]);

        DiscountChooser.Choose(view, assignment, Sample.Context()).ShouldBe(new DiscountChoice(0.5, 1, 0));
        var drawn = DiscountChooser.Choose(view, ExperimentAssignment.None, Sample.Context());
        drawn.Share.ShouldBeOneOf(0, 0.5, 1);
        drawn.Propensity.ShouldBeInRange(0.01, 0.99);
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(0.5, 95, 5)]
    [InlineData(0.333, 96.67, 3.3)]
    [InlineData(1, 90, 10)]
    public void Apply_Share_LiesBetweenOfferAndList(double share, double offer, double percent)
    {
        var price = DiscountStep.Apply(new BundlePrice("EUR", 100, 90, 10, new OfferDiscount(DiscountKind.Percent, 10)), share);

        price.Offer.ShouldBe((decimal)offer);
        price.DiscountPct.ShouldBe((decimal)percent);
        (price.Discount is null).ShouldBe(share == 0);
    }

    private static ExperimentView View(BanditOptions options, params (string Bundle, double Impressions, double Clicks)[] arms)
    {
        var bundles = new SortedDictionary<string, ArmStatistics>(
            arms.ToDictionary(arm => arm.Bundle, arm => new ArmStatistics(arm.Impressions, arm.Clicks, arm.Clicks * 3, arm.Clicks * 12)), StringComparer.Ordinal);
        var total = bundles.Values.Aggregate(ArmStatistics.None, (sum, arm) => sum + arm);
        return new ExperimentView(
            ExperimentBook.Empty with { Bandit = options }, new BanditTable(Sample.Now, total, bundles, new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal)));
    }
}
