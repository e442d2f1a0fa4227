namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class PlantedBundleTests(ShopLog log)
{
    private const int LeastOrders = 4;

    private readonly PairCounts _orders = log.OrderCounts;

    [Fact]
    public void Bundles_DefaultShop_AreAsManyAsAskedOfTwoToFourProducts()
    {
        var bundles = log.Shop.Truth.Bundles;

        bundles.Count.ShouldBe(log.Shop.Options.Bundles);
        bundles.Select(bundle => bundle.Members.Count + 1).Distinct().Order().ShouldBe([2, 3, 4]);
        bundles.Select(bundle => bundle.Anchor).Distinct().Count().ShouldBe(bundles.Count);
        var anchors = bundles.Select(bundle => bundle.Anchor).ToHashSet();
        bundles.SelectMany(bundle => bundle.Members).ShouldAllBe(member => !anchors.Contains(member.ProductId));
    }

    [Fact]
    public void Bundles_Always_HoldNoTwoOfOneGroupAndNoneThatCannotBeSoldTogether()
    {
        var products = log.Shop.Products.ToDictionary(product => product.ProductId);
        foreach (var bundle in log.Shop.Truth.Bundles)
        {
            var items = bundle.Members.Select(member => products[member.ProductId]).Append(products[bundle.Anchor]).ToArray();

            items.Select(item => item.GroupId ?? item.ProductId.Value).Distinct().Count().ShouldBe(items.Length, bundle.Anchor.Value);
            items.ShouldAllBe(item => item.Excludes.Count == 0 && item.Requires.Count == 0 && !item.Discontinued && item.AvailableTo == null);
        }
    }

    [Fact]
    public void Anchors_DefaultShop_SpanThePopularityRangeAndAllHaveEnoughOrders()
    {
        var orders = log.Shop.Truth.Bundles.Select(bundle => _orders.Of(bundle.Anchor.Value)).ToArray();

        orders.Min().ShouldBeGreaterThanOrEqualTo(20);
        orders.Max().ShouldBeGreaterThan(8 * orders.Min());
    }

    [Fact]
    public void Partners_RankedByLift_AreThePlantedOnesForNearlyEveryAnchor()
    {
        var found = log.Shop.Truth.Bundles.Count(bundle => Finds(bundle, _orders.ByLift(bundle.Anchor.Value, LeastOrders)));

        (found / (double)log.Shop.Truth.Bundles.Count).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Partners_RankedByPlainCount_AreFollowedByUniversalProducts()
    {
        var universal = log.Shop.Truth.Universal.Select(id => id.Value).ToHashSet();

        var fooled = log.Shop.Truth.Bundles.Count(bundle =>
            Next(bundle, _orders.ByCount(bundle.Anchor.Value, LeastOrders)) is { } first && universal.Contains(first));

        (fooled / (double)log.Shop.Truth.Bundles.Count).ShouldBeGreaterThan(0.9);

        // What stands first among those that are no partners: where a ranking thinks that the bundle ends.
        static string? Next(Truth.PlantedBundle bundle, string[] ranked) =>
            ranked.FirstOrDefault(product => bundle.Members.All(member => member.ProductId.Value != product));
    }

    [Fact]
    public void Partners_OfProductsWithoutABundleByPlainCount_AreNearlyAlwaysUniversalProducts()
    {
        var universal = log.Shop.Truth.Universal.Select(id => id.Value).ToHashSet();
        var planted = log.Shop.Truth.Bundles
            .SelectMany(bundle => bundle.Members.Select(member => member.ProductId.Value).Append(bundle.Anchor.Value)).ToHashSet();
        var free = log.Shop.Products.Select(product => product.ProductId.Value)
            .Where(id => !universal.Contains(id) && !planted.Contains(id) && _orders.Of(id) >= 10).ToArray();

        var fooled = free.Count(id => _orders.ByCount(id, 1) is [var first, ..] && universal.Contains(first));

        free.Length.ShouldBeGreaterThan(50);
        (fooled / (double)free.Length).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Members_OfABundle_AreBoughtAboutAsOftenAsTheirProbabilitiesSay()
    {
        var (expected, bought) = (0.0, 0);
        foreach (var bundle in log.Shop.Truth.Bundles)
        {
            foreach (var member in bundle.Members)
            {
                expected += _orders.Of(bundle.Anchor.Value) * bundle.TakeUp * member.Probability;
                bought += _orders.Of(bundle.Anchor.Value, member.ProductId.Value);
            }
        }

        (bought / expected).ShouldBe(1, 0.05);
    }

    private static bool Finds(Truth.PlantedBundle bundle, string[] ranked)
        => ranked.Take(bundle.Members.Count).ToHashSet().SetEquals(bundle.Members.Select(member => member.ProductId.Value));
}
