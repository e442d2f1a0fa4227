using System.Text.Json;

namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class CatalogueTests(ShopLog log)
{
    private readonly IReadOnlyList<Product> _products = log.Shop.Products;

    [Fact]
    public void Products_DefaultShop_AreAsManyAsAskedWithIdsAndTitlesOfTheirOwn()
    {
        _products.Count.ShouldBe(log.Shop.Options.Products);
        _products.Select(product => product.ProductId).Distinct().Count().ShouldBe(_products.Count);
        _products.Select(product => product.Title).Distinct().Count().ShouldBe(_products.Count);
    }

    [Fact]
    public void Prices_Always_LeaveAMarginBetweenTwentyAndSixtyPercent()
    {
        foreach (var product in _products)
        {
            var margin = 1 - (product.Cost!.Value / product.Price);
            product.Price.ShouldBeGreaterThan(0);
            decimal.Round(product.Price, 2).ShouldBe(product.Price);

            // Cost is in whole cents, so the cheapest products stray by half a cent.
            margin.ShouldBeInRange(0.2m - (0.005m / product.Price), 0.6m + (0.005m / product.Price), product.Title);
        }
    }

    [Fact]
    public void Products_DefaultShop_HaveEveryKindOfTrouble()
    {
        var end = new DateTimeOffset(log.Shop.Options.LastDay.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);

        _products.Count(product => product.Stock == 0).ShouldBeInRange(20, 120);
        _products.Count(product => product.Stock is > 0 and < 5).ShouldBeInRange(40, 180);
        _products.Count(product => product.Discontinued).ShouldBeInRange(5, 50);
        _products.ShouldContain(product => product.AvailableFrom > end);
        _products.ShouldContain(product => product.AvailableTo < end);
        _products.ShouldContain(product => product.Requires.Count > 0);
        _products.ShouldContain(product => product.Excludes.Count > 0);
        _products.Count(product => product.IsAvailable(end)).ShouldBeGreaterThan(800);
    }

    [Fact]
    public void Groups_Always_HoldTwoOrMoreVariantsOfOneModelThatDifferInOneAttribute()
    {
        var groups = _products.Where(product => product.GroupId is not null).GroupBy(product => product.GroupId!).ToArray();

        groups.Length.ShouldBeGreaterThan(50);
        log.Shop.Truth.Variants.Keys.ShouldBe(groups.Select(group => group.Key).Order(StringComparer.Ordinal));
        foreach (var group in groups)
        {
            group.Count().ShouldBeGreaterThan(1, group.Key);
            group.Select(product => product.Attributes["series"]).Distinct().Count().ShouldBe(1);
            group.Select(product => product.Title).Distinct().Count().ShouldBe(group.Count());
        }
    }

    [Fact]
    public void Rules_Always_NameProductsOfTheCatalogue()
    {
        var known = _products.Select(product => product.ProductId).ToHashSet();

        _products.SelectMany(product => product.Requires.Concat(product.Excludes)).ShouldAllBe(id => known.Contains(id));
    }

    [Fact]
    public void CatalogueFile_ReadBack_IsTheCatalogue()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var read = ShopLog.Lines(log.Files[0]).Select(line => JsonSerializer.Deserialize<Product>(line, options)!).ToArray();

        JsonSerializer.Serialize(read, options).ShouldBe(JsonSerializer.Serialize(_products, options));
    }

    [Fact]
    public void Showcase_DefaultShop_IsAnAnchorWhoseBundleIsInStock()
    {
        var products = _products.ToDictionary(product => product.ProductId);
        var bundle = log.Shop.Truth.Bundles.Single(bundle => bundle.Anchor == log.Shop.Showcase);

        products[bundle.Anchor].Stock!.Value.ShouldBeGreaterThan(0);
        bundle.Members.ShouldAllBe(member => products[member.ProductId].Stock > 0);
    }
}
