using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using static BundleFunctions.Core.Tests.Baskets.BasketEvents;

namespace BundleFunctions.Core.Tests.Profiles;

public sealed class ProfileBuilderTests
{
    private const int Day = 24 * 60;

    private static readonly CatalogueSnapshot Catalogue = new("c", isDerived: false, [
        .. Enumerable.Range(0, 10).Select(i => Item($"tea{i}", "Tea", "Leaf", 1 + i)),
        .. Enumerable.Range(0, 10).Select(i => Item($"pot{i}", "Pots", "Clay", 10 + i)),
    ]);

    [Fact]
    public void Build_Orders_TellHowOftenAndWhatLast()
    {
        var profile = Build(
            Purchase("1", 0, "tea0 tea1", user: "u", order: "a"),
            Purchase("2", 0, "tea2", user: "u", order: "a"),
            Purchase("3", 10 * Day, "tea3", user: "u", order: "b"),
            Purchase("4", 30 * Day, "tea0", user: "u", order: "c"),
            Purchase("5", 44 * Day, "pot9", user: "u", order: "d")).Single();

        (profile.Orders, profile.CadenceDays, profile.LastOrder).ShouldBe((4, 14, new DateOnly(2026, 2, 14)));
        profile.LastProducts.Select(product => product.Value).ShouldBe(["pot9", "tea0", "tea3", "tea2", "tea1"]);
        profile.Categories.Sum(interest => interest.Share).ShouldBe(1, 0.01);
    }

    [Fact]
    public void Build_InterestOfLongAgo_WeighsLess()
    {
        // Sixty days are one half-life: two old ones weigh as much as one new one.
        var profile = Build(View("1", 0, "tea0", "u"), View("2", 1, "tea9", "u"), View("3", 60 * Day, "pot0", "u")).Single();

        profile.Categories.Select(interest => interest.Name).ShouldBe(["Tea", "Pots"]);
        profile.Categories[0].Share.ShouldBe(0.5, 0.002);
        profile.Brands.Select(interest => interest.Name).ShouldBe(["Leaf", "Clay"]);

        // The cheapest and the dearest tea, and the cheapest pot: (0.05 + 0.95) / 4 + 0.05 / 2.
        profile.PriceLevel!.Value.ShouldBe(0.275, 0.002);
    }

    [Fact]
    public void Build_EventsOfNobodyOrWithoutConsent_MakeNoProfile()
    {
        Build(Purchase("1", 0, "tea0", visitor: "v"), View("2", 0, "tea0", "u") with { Consent = new Consent(true, false) }).ShouldBeEmpty();
        new ProfileBuilder(new ProfileOptions { Enabled = false }, Catalogue).Build().ShouldBeEmpty();
    }

    [Fact]
    public void Build_MoreThanTheBounds_KeepsTheStrongestAndTheNewest()
    {
        var options = new ProfileOptions { MaxProfiles = 3, Interests = 2, LastProducts = 2 };
        var builder = new ProfileBuilder(options, Catalogue);
        for (var i = 0; i < 5000; i++)
        {
            builder.Add(View($"{i}", i, i % 2 == 0 ? "tea0" : "pot0", $"u{i}"));
        }

        builder.Add(View("x", 6000, "tea1", "u4999"));
        builder.Add(View("y", 6001, "tea2", "u4999"));
        var profiles = builder.Build();

        profiles.Select(profile => profile.User).ShouldBe(new[] { Name("u4997"), Name("u4998"), Name("u4999") }.Order());
        profiles.Single(profile => profile.User == Name("u4999")).LastProducts.Select(product => product.Value).ShouldBe(["tea2", "tea1"]);
    }

    [Fact]
    public void Build_NoCatalogue_KnowsOrdersAndProductsOnly()
    {
        var builder = new ProfileBuilder(new ProfileOptions(), catalogue: null);
        builder.Add(Purchase("1", 0, "a", user: "u"));

        var profile = builder.Build().Single();
        (profile.Orders, profile.Categories.Count, profile.PriceLevel).ShouldBe((1, 0, null));
    }

    private static IReadOnlyList<UserProfile> Build(params ShopEvent[] events)
    {
        var builder = new ProfileBuilder(new ProfileOptions(), Catalogue);
        foreach (var shopEvent in events)
        {
            builder.Add(shopEvent);
        }

        return builder.Build();
    }

    private static ShopEvent View(string id, int minute, string product, string user) =>
        Purchase(id, minute, product, user: user) with { Type = EventType.View };

    private static Product Item(string id, string category, string brand, decimal price) => new()
    {
        ProductId = Identifier.Parse<ProductId>(id),
        Title = id,
        Categories = [category],
        Brand = brand,
        Price = price,
        Currency = "EUR",
    };
}
