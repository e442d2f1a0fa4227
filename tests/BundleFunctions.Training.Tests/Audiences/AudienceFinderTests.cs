using System.Text.Json;
using BundleFunctions.Audiences;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using BundleFunctions.Testing;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>Whom the demo shop is told to offer what.</summary>
public sealed class AudienceFinderTests(PublishedDemoShop shop) : IClassFixture<PublishedDemoShop>
{
    private const int All = 10_000_000;

    [Fact]
    public async Task Find_Bundle_IsOfUsersWhoDoNotOwnItAndLikeWhatItHolds()
    {
        var porch = await shop.OpenAsync();
        var (bundle, products) = shop.Bundles.First();

        var audience = (await new AudienceFinder(porch.Blobs).FindAsync(Porch.Shop, bundle, All, default)).ShouldNotBeNull();

        audience.Owners.ShouldBeGreaterThan(0);
        audience.Members.Count.ShouldBe(audience.Candidates - audience.Owners - audience.WithoutConsent);
        audience.Members.ShouldAllBe(member => member.ExpectedResponse > 0 && member.ExpectedResponse < 1 && member.Segment != null);
        audience.Members.Select(member => member.ExpectedResponse).ShouldBeInOrder(SortDirection.Descending);
        audience.Responses.ShouldBe(audience.Members.Sum(member => member.ExpectedResponse), 1e-9);

        // The likeliest tenth cares more for the category than the unlikeliest.
        var category = (await shop.Lake.CatalogueAsync()).Find(products[0])!.Categories[0];
        var (_, profiles) = await shop.Lake.ReadAsync(shop.Lake.End);
        var interest = profiles.ToDictionary(profile => profile.User, profile => profile.Categories.FirstOrDefault(one => one.Name == category)?.Share ?? 0);
        var tenth = audience.Members.Count / 10;
        audience.Members.Take(tenth).Average(member => interest[member.User]).ShouldBeGreaterThan(2 * audience.Members.TakeLast(tenth).Average(member => interest[member.User]));
    }

    [Fact]
    public async Task Find_ProductThatNobodyBought_IsJudgedByWhatIsAlike()
    {
        var porch = await shop.OpenAsync();
        var like = (await shop.Lake.CatalogueAsync()).Find(shop.Lake.Shop.Showcase)!;
        await porch.IngestCatalogueAsync("new.ndjson", JsonSerializer.Serialize(new
        {
            productId = "brand-new",
            title = $"{like.Title} II",
            price = like.Price,
            currency = like.Currency,
            categories = like.Categories,
            brand = like.Brand,
        }));
        var finder = new AudienceFinder(porch.Blobs);

        var fresh = (await finder.FindAsync(Porch.Shop, Identifier.Parse<ProductId>("brand-new"), 500, default)).ShouldNotBeNull();

        fresh.IsFresh.ShouldBeTrue();
        (fresh.Owners, fresh.Members.Count).ShouldBe((0, 500));
        var known = (await finder.FindAsync(Porch.Shop, like.ProductId, 500, default)).ShouldNotBeNull();
        known.IsFresh.ShouldBeFalse();
        known.Owners.ShouldBeGreaterThan(0);
        var other = (await finder.FindAsync(Porch.Shop, Unlike(await shop.Lake.CatalogueAsync(), like), 500, default)).ShouldNotBeNull();
        Shared(fresh, known).ShouldBeGreaterThan(Shared(fresh, other));
    }

    [Fact]
    public async Task Find_OptedOutErasedOrRefusing_IsInNoAudience()
    {
        var porch = await shop.OpenAsync();
        var finder = new AudienceFinder(porch.Blobs);
        var product = (await shop.Lake.CatalogueAsync()).Products[10].ProductId;
        var before = (await finder.FindAsync(Porch.Shop, product, All, default)).ShouldNotBeNull();
        var users = shop.Lake.Lines().Where(line => line.TryGetProperty("userId", out _)).Select(line => line.GetProperty("userId").GetString()!).Distinct()
            .Select(id => (Id: id, User: Porch.Pseudonymizer.Create(PseudonymKind.User, Porch.Shop, id))).Where(user => before.Members.Any(member => member.User == user.User)).Take(2).ToList();
        await new OptOutList(porch.Blobs, new InMemoryDocumentStore(), porch.Clock).AddAsync(Porch.Shop, users[0].User, default);
        var refusal = await porch.IngestAsync(
            "refusal.ndjson",
            $$$"""{"type":"view","occurredAt":"{{{shop.Lake.End.AddMinutes(-1):O}}}","userId":{{{JsonSerializer.Serialize(users[1].Id)}}},"visitorId":"any","items":[{"productId":"x"}],"consent":{"personalization":false,"analytics":true}}""");

        refusal.Rejected.ShouldBeEmpty();
        var after = (await finder.FindAsync(Porch.Shop, product, All, default)).ShouldNotBeNull();

        after.Members.Any(member => member.User == users[0].User).ShouldBeFalse("opted out");
        after.Members.Any(member => member.User == users[1].User).ShouldBeFalse("refuses");
        (after.Candidates, after.WithoutConsent).ShouldBe((before.Candidates - 1, before.WithoutConsent + 1));
        AudienceText.Csv(after).ShouldNotContain(users[1].User.Value);
        AudienceText.Ndjson(after).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(after.Members.Count);
    }

    [Fact]
    public async Task Find_WhatTheShopDoesNotHave_IsNone()
    {
        var finder = new AudienceFinder((await shop.OpenAsync()).Blobs);

        (await finder.FindAsync(Porch.Shop, Identifier.Parse<ProductId>("no-such"), 10, default)).ShouldBeNull();
        (await finder.FindAsync(Porch.Shop, Identifier.Parse<BundleId>("00000000000000000000"), 10, default)).ShouldBeNull();
        (await Should.ThrowAsync<NoAudienceException>(() => finder.FindAsync(Identifier.Parse<ShopId>("other"), Identifier.Parse<ProductId>("x"), 10, default)))
            .Message.ShouldContain("Train again");
    }

    private static ProductId Unlike(Catalogue.CatalogueSnapshot catalogue, Product like) =>
        catalogue.Products.First(product => product.Categories[0].Split('/')[0] != like.Categories[0].Split('/')[0] && product.Brand != like.Brand).ProductId;

    private static int Shared(Audience one, Audience other) => one.Members.Select(member => member.User).Intersect(other.Members.Select(member => member.User)).Count();
}
