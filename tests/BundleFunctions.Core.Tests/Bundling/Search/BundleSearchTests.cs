using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Search;
using BundleFunctions.Core.Tests.Bundling.Constraints;
using BundleFunctions.Offers;

namespace BundleFunctions.Core.Tests.Bundling.Search;

public sealed class BundleSearchTests
{
    private static readonly DateTimeOffset Now = RuledShop.Now;

    // A camera with a card, a bag and a cheap cloth; a second card; a tent from elsewhere that campers and photographers buy.
    private static readonly Dictionary<ProductId, Product> Goods = new[]
    {
        Item("camera", 500, "Photo/Cameras"), Item("card", 40, "Photo/Memory"), Item("card-2", 45, "Photo/Memory"), Item("bag", 120, "Photo/Bags"),
        Item("cloth", 5, "Photo/Care"), Item("tent", 300, "Camping/Tents"), Item("twin", 480, "Photo/Cameras"),
    }.ToDictionary(product => product.ProductId);

    private static readonly Dictionary<ProductId, ProductAssociations> Model = new[]
    {
        Line("camera", 1000, ("card", 400), ("bag", 300), ("cloth", 200), ("card-2", 150), ("tent", 120)),
        Line("card", 500, ("camera", 400), ("bag", 120)),
        Line("bag", 400, ("camera", 300), ("card", 120), ("cloth", 100)),
        Line("tent", 300, ("camera", 120), ("bag", 90)),
    }.ToDictionary(line => line.Product);

    private static ProductId Id(string id) => Identifier.Parse<ProductId>(id);

    private static Product Item(string id, decimal price, string category) =>
        new() { ProductId = Id(id), Title = id, Price = price, Currency = "EUR", Categories = [category] };

    private static ProductAssociations Line(string anchor, int orders, params (string Product, int Together)[] neighbours) =>
        new(Id(anchor), orders, [.. neighbours.Select(entry => new Neighbour(Id(entry.Product), 500, entry.Together))], []);

    private static IReadOnlyList<SearchedBundle> Search(BundleSeed seed, BundleSearchOptions? options = null, BundlingOptions? bundling = null) =>
        new BundleSearch(bundling ?? new BundlingOptions(), options ?? new BundleSearchOptions())
            .Search(seed, Model.GetValueOrDefault, Goods.GetValueOrDefault, 10_000, Now);

    private static string Names(SearchedBundle bundle) => string.Join('+', bundle.Added.Select(added => added.Item.ProductId.Value));

    [Fact]
    public void Search_Anchor_AddsWhatGainsMostUntilTooLittleIsGained()
    {
        var bundles = Search(BundleSeed.Anchor(Id("camera")));
        var best = bundles[0];

        Names(best).ShouldBe("card+bag");
        best.Added[0].Because.ShouldBe(Id("camera"));
        best.Added[0].Evidence.ShouldBe(new Evidence(400, 1000, 500, 10_000));
        bundles.SelectMany(bundle => bundle.Added).ShouldContain(added => added.Item.ProductId == Id("cloth") && added.Item.Role == ItemRole.AddOn);
        best.Added[0].Alternatives.ShouldBe([Id("card-2")]);
        Search(BundleSeed.Anchor(Id("camera")), new BundleSearchOptions { MinGainShare = 1 }).ShouldAllBe(bundle => bundle.Added.Count == 1);
        Search(BundleSeed.Anchor(Id("camera")), new BundleSearchOptions { MaxAdded = 2 }).ShouldAllBe(bundle => bundle.Added.Count <= 2);
    }

    [Fact]
    public void Search_CartAndSession_AddNothingThatIsThereAndWeighWhatIsNew()
    {
        Search(BundleSeed.Cart([Id("camera"), Id("card")])).ShouldAllBe(bundle => bundle.Added.All(added => added.Item.ProductId != Id("card")));
        Names(Search(BundleSeed.Cart([Id("camera"), Id("card")]))[0]).ShouldStartWith("bag");

        var seed = BundleSeed.Session([Id("camera"), Id("tent"), Id("camera"), Id("bag")]);
        seed.Products.Select(entry => entry.Product.Value).ShouldBe(["bag", "camera", "tent"]);
        seed.Products.Select(entry => entry.Weight).ShouldBe([1, 0.7, 0.7 * 0.7], 1e-12);
        Search(seed).ShouldNotBeEmpty();
    }

    [Fact]
    public void Search_ThemeAndCategoryLevel_DecideWhereProductsComeFrom()
    {
        var photo = Search(BundleSeed.OfTheme("Photo", Id("camera")));
        photo.ShouldAllBe(bundle => bundle.Lines.All(line => line.Product.Categories[0].StartsWith("Photo/", StringComparison.Ordinal)));

        Names(Search(BundleSeed.Anchor(Id("camera")), new BundleSearchOptions { CrossCategory = 1 })[0]).ShouldBe("tent");
        Search(BundleSeed.Anchor(Id("camera")), new BundleSearchOptions { CrossCategory = 0 })
            .ShouldAllBe(bundle => bundle.Added.All(added => added.Item.ProductId != Id("tent")));
    }

    [Fact]
    public void Search_SeveralBundles_AreNotPartsOfOneAnother()
    {
        var bundles = Search(BundleSeed.Anchor(Id("camera")), new BundleSearchOptions { MaxAdded = 2 });

        bundles.Count.ShouldBeGreaterThan(1);
        bundles.Select(bundle => bundle.BundleId).Distinct().Count().ShouldBe(bundles.Count);
    }

    [Fact]
    public void Search_RandomShops_OffersNothingThatTheIndependentCheckerRefuses()
    {
        var search = new BundleSearch(new BundlingOptions { Constraints = RuledShop.Rules }, new BundleSearchOptions());
        var random = new Random(3);
        var bundles = 0;
        for (var shop = 0; shop < 100; shop++)
        {
            var products = RuledShop.Products(30, shop).ToDictionary(product => product.ProductId);
            var model = products.Keys.ToDictionary(id => id, id => new ProductAssociations(
                id, 200, [.. products.Keys.Where(_ => random.Next(3) == 0).Where(other => other != id).Select(other => new Neighbour(other, 200, random.Next(20, 100)))], []));
            foreach (var anchor in products.Keys)
            {
                foreach (var bundle in search.Search(BundleSeed.Anchor(anchor), model.GetValueOrDefault, products.GetValueOrDefault, 10_000, Now))
                {
                    bundles++;
                    PlainChecker.Passes([.. bundle.Lines]).ShouldBeTrue();
                }
            }
        }

        bundles.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Search_NothingToSearchAround_IsEmpty()
    {
        Search(BundleSeed.Cart([])).ShouldBeEmpty();
        Search(BundleSeed.Anchor(Id("unknown"))).ShouldBeEmpty();
        Search(BundleSeed.Anchor(Id("cloth"))).ShouldBeEmpty();
        new BundleSearchOptions { CrossCategory = 2 }.Validate().ShouldNotBeNull().ShouldContain("crossCategory");
    }
}
