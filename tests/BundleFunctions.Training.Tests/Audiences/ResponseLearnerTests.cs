using BundleFunctions.Audiences;
using BundleFunctions.Training.Audiences;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>What is expected of users against what they did: learned of the demo shop's eighth to fifth last weeks, and held to its last four, which nothing was
/// learned from.</summary>
public sealed class ResponseLearnerTests(DemoShopLake lake, ITestOutputHelper output) : IClassFixture<DemoShopLake>
{
    [Fact]
    public async Task Learn_HeldOutWeeks_ExpectsWhatUsersDid()
    {
        var week = await HeldOutAsync();

        Calibrated("products", week.Products(each: 11));
        Calibrated("new products", week.Fresh(each: 11));
        Calibrated("bundles", week.Bundles(lake.Shop.Truth.Bundles.Select(bundle => (bundle.Anchor, bundle.Members[0].ProductId))));
    }

    [Fact]
    public async Task Learn_FewResponses_IsNone()
    {
        var catalogue = await lake.CatalogueAsync();
        var (baskets, profiles) = await lake.ReadAsync(lake.End.AddDays(-28));

        new ResponseLearner(7).Learn(profiles, [.. baskets.Where(basket => basket.At < lake.End.AddDays(-28))], lake.End.AddDays(-28), catalogue, default).ShouldBeNull();
        new ResponseLearner(7).Learn([], baskets, lake.End.AddDays(-28), catalogue, default).ShouldBeNull();
    }

    private async Task<HeldOutWeeks> HeldOutAsync()
    {
        var cut = lake.End.AddDays(-ResponseModel.Days);
        var (baskets, earlier) = await lake.ReadAsync(cut.AddDays(-ResponseModel.Days));
        var (_, now) = await lake.ReadAsync(cut);
        return HeldOutWeeks.Learn(baskets, earlier, now, cut, await lake.CatalogueAsync());
    }

    // All together within a third, each half of what is expected within a half; and the tenth that most is expected of did most.
    private void Calibrated(string what, IEnumerable<(double Expected, bool Seen)> pairs)
    {
        var found = Calibration.Of(pairs);
        output.WriteLine($"{what}: {found}");

        found.Seen.ShouldBeGreaterThan(100);
        (found.Seen / found.Expected).ShouldBeInRange(0.67, 1.5, what);
        (found.BestSeen / found.BestExpected).ShouldBeInRange(0.6, 1.67, what);
        ((found.Seen - found.BestSeen) / (found.Expected - found.BestExpected)).ShouldBeInRange(0.5, 1.67, what);
        ((double)found.BestSeen / found.Seen).ShouldBeGreaterThan(0.3, what);
    }
}
