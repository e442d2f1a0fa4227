using BundleFunctions.Associations;
using BundleFunctions.Offers;
using BundleFunctions.Publishing;
using BundleFunctions.Ranking;

namespace BundleFunctions.Core.Tests.Ranking;

public sealed class FeatureReaderTests
{
    private static readonly Dictionary<ProductId, Product> Shop = new[]
    {
        Item("camera", 400, 300, "Photo/Cameras", "Sun"), Item("card", 20, 10, "Photo/Cards", "Sun"), Item("bag", 80, 40, "Bags/Photo", "Moon"),
        Item("lens", 200, null, "Photo/Cameras", "Moon"),
    }.ToDictionary(product => product.ProductId);

    [Fact]
    public void Fill_OfAnyBundle_GivesEachNamedFeatureItsMeaning()
    {
        var features = Fill([], Bundle("camera", "card", "bag") with { Signals = new BundleSignals(70, 5, 12, 50) }, place: 1, best: 0.5);

        features["evidence.confidence"].ShouldBe(0.2, 1e-6);
        features["evidence.lift"].ShouldBe(0.8, 1e-6); // lift 4
        features["evidence.orders"].ShouldBe(20 / 70.0, 1e-6);
        features["evidence.anchor"].ShouldBe(0.1, 1e-6);
        features["evidence.rest"].ShouldBe(0.05, 1e-6);
        features["bundle.place"].ShouldBe(0.5, 1e-6);
        features["bundle.score"].ShouldBe(0.5, 1e-6); // .25 over .5
        features["bundle.items"].ShouldBe(3);
        features["bundle.pieces"].ShouldBe(3);
        features["relation.complement"].ShouldBe(0.7, 1e-6);
        features["relation.replaces"].ShouldBe(0.05, 1e-6);
        features["text.likeness"].ShouldBe(0.12, 1e-6);
        features["model.rank"].ShouldBe(0.5, 1e-6);
        features["price.rest"].ShouldBe(0.2, 1e-6); // 100 to 400
        features["price.dearest"].ShouldBe(80 / 480.0, 1e-6);
        features["price.discount"].ShouldBe(0.1, 1e-6);
        features["price.margin"].ShouldBe(100 / 450.0, 1e-6);
        features["stock.bundles"].ShouldBe(0.5, 1e-6); // 20
        features["category.leaf"].ShouldBe(0);
        features["category.top"].ShouldBe(0.5, 1e-6);
        features["brand.same"].ShouldBe(0.5, 1e-6);
        features["asker.products"].ShouldBe(0);
        features["asker.holds"].ShouldBe(0);
    }

    [Fact]
    public void Fill_WithACart_TellsHowAdditionsFitIt()
    {
        var features = Fill(["camera", "lens"], Bundle("camera", "card", "bag"), place: 0, best: 0.25);

        features["asker.products"].ShouldBe(0.4, 1e-6);
        features["asker.holds"].ShouldBe(1 / 3.0, 1e-6);
        features["asker.categories"].ShouldBe(0);
        features["asker.brands"].ShouldBe(1);
        features["asker.price"].ShouldBe(50 / 350.0, 1e-6); // 50 to 300
    }

    [Fact]
    public void Fill_WhatIsNotKnown_IsNotANumberAndAllElseIsFinite()
    {
        var features = Fill([], Bundle("camera", "lens") with { Availability = null }, place: 0, best: 0.25);

        string[] unknown = ["relation.complement", "relation.replaces", "text.likeness", "model.rank", "price.margin", "stock.bundles", "asker.categories", "asker.brands", "asker.price"];
        features.Where(pair => double.IsNaN(pair.Value)).Select(pair => pair.Key).ShouldBe(unknown, ignoreOrder: true);
        features.Where(pair => !unknown.Contains(pair.Key)).ShouldAllBe(pair => double.IsFinite(pair.Value));
    }

    [Fact]
    public void Fill_OfProductsThatTheCatalogueLost_IsFiniteOrNotANumber() =>
        Fill(["gone"], Bundle("gone", "lost"), place: 3, best: 0).Values.ShouldAllBe(value => !double.IsInfinity(value));

    [Fact]
    public void Fill_AfterThroughADocument_IsTheSame()
    {
        var bundle = Bundle("camera", "card", "bag") with { Signals = new BundleSignals(70, -1, 12, 50) };

        var read = ListDocumentCodec.Decode(ListDocumentCodec.Encode(new PublishedList(Id("camera"), [bundle])))[0];

        read.Signals.ShouldBe(bundle.Signals);
        Fill(["bag"], read, 0, 0.25).ShouldBe(Fill(["bag"], bundle, 0, 0.25));
    }

    private static Dictionary<string, double> Fill(string[] cart, PublishedBundle bundle, int place, double best)
    {
        var features = new float[RankingFeatures.Count];
        FeatureReader.Fill(new RankingQuestion([.. cart.Select(Id)], id => Shop.GetValueOrDefault(id)), bundle, place, best, features);
        return RankingFeatures.Names.Zip(features).ToDictionary(pair => pair.First, pair => (double)pair.Second);
    }

    private static PublishedBundle Bundle(params string[] products) => new(
        Identifier.Parse<BundleId>("b1"), 0.25, [.. products.Select((product, i) => new BundleItem(Id(product), i == 0 ? ItemRole.Anchor : ItemRole.Complement, 1))],
        new BundlePrice("EUR", 500, 450, 10), null, new BundleAvailability(20, null), new Evidence(20, 100, 50, 1000));

    private static Product Item(string id, decimal price, decimal? cost, string category, string brand) => new()
    {
        ProductId = Id(id),
        Title = id,
        Price = price,
        Cost = cost,
        Currency = "EUR",
        Categories = [category],
        Brand = brand,
    };

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
