using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Publishing;

public sealed class UserBundlesTests
{
    private static readonly Pseudonym Anna = Identifier.Parse<Pseudonym>(new string('a', 32));
    private static readonly Pseudonym Bert = Identifier.Parse<Pseudonym>(new string('b', 32));
    private static readonly Pseudonym Carl = Identifier.Parse<Pseudonym>(new string('c', 32));

    [Fact]
    public async Task PublishAsync_ModelRanksProducts_MakesEachPersonsBundlesOfTheirLists()
    {
        var kitchen = await OpenAsync();

        var report = await kitchen.PublishAsync(await ModelAsync(kitchen, Line(Anna, "a3", "b5", "unknown"), Line(Bert, "unknown")));

        report.Outcome.ShouldBe(PublishOutcome.Published, report.Reason);
        report.Manifest!.Users.ShouldBe(1);
        report.DocumentsWritten.ShouldBe(42);
        var bundles = await FindAsync(kitchen, Anna);
        bundles!.Select(Products).ShouldBe(["a3+b3", "b5+a5"]);
        var published = await kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a3"), BundleQuery.Default, default);
        bundles![0].Score.ShouldBe(published.Bundles[0].Score, 1e-6);
        bundles[0].Price.ShouldBe(published.Bundles[0].Price);
        bundles[1].Score.ShouldBeLessThan(bundles[0].Score);
        (await FindAsync(kitchen, Bert)).ShouldBeNull();
    }

    [Fact]
    public async Task PublishAsync_BundleInTwoRankedLists_CountsTwice()
    {
        var kitchen = await OpenAsync();

        await kitchen.PublishAsync(await ModelAsync(kitchen, Line(Anna, "a1", "a2", "b2")));

        // 1/log2(3) + 1/log2(4) is more than 1/log2(2).
        (await FindAsync(kitchen, Anna))!.Select(Products).ShouldBe(["a2+b2", "a1+b1"]);
    }

    [Fact]
    public async Task PublishAsync_WhatIsOwned_IsLeftOut()
    {
        var kitchen = await OpenAsync();

        await kitchen.PublishAsync(await ModelAsync(kitchen, $$"""{"user":"{{Anna}}","products":[["a1",2.5],["a2",1]],"owned":["b1"]}"""));

        (await FindAsync(kitchen, Anna))!.Select(Products).ShouldBe(["a2+b2"]);
    }

    [Fact]
    public async Task PublishAsync_WhoOptedOut_HasNoDocument_AndIsAnsweredNothingPersonal()
    {
        var kitchen = await OpenAsync();
        var optOuts = new OptOutList(kitchen.Blobs, kitchen.Memory, kitchen.Clock);
        await optOuts.AddAsync(Kitchen.Shop, Anna, default);

        var report = await kitchen.PublishAsync(await ModelAsync(kitchen, Line(Anna, "a1"), Line(Bert, "a2")));
        await optOuts.AddAsync(Kitchen.Shop, Bert, default);

        report.Manifest!.Users.ShouldBe(1);
        kitchen.Memory.Keys.ShouldNotContain(key => key.Partition.Contains(Anna.Value, StringComparison.Ordinal));
        kitchen.Memory.Keys.ShouldContain(key => key.Partition.Contains(Bert.Value, StringComparison.Ordinal));
        (await FindAsync(kitchen, Bert)).ShouldBeNull();
    }

    [Fact]
    public async Task RestoreAndCleaner_KnowThePersonsDocuments()
    {
        var kitchen = await OpenAsync();
        await kitchen.PublishAsync(await ModelAsync(kitchen, Line(Anna, "a1")));
        var first = await kitchen.StateAsync();
        await kitchen.Memory.DeleteManyAsync(kitchen.Memory.Keys, default);
        (await kitchen.Restorer.RestoreAsync(Kitchen.Shop, default)).Documents.ShouldBe(42);
        (await kitchen.StateAsync()).ShouldBe(first);

        for (var i = 0; i < 2; i++)
        {
            kitchen.Clock.Advance(TimeSpan.FromHours(1));
            var report = await kitchen.PublishAsync(
                await kitchen.PutModelAsync(Kitchen.Pairs(20, orders: 61 + i), users: [Line(Anna, $"b{i}"), Line(Carl, "a7")]));
            report.Outcome.ShouldBe(PublishOutcome.Published, report.Reason);
            report.CleanUpFault.ShouldBeNull();
        }

        PersonsDocuments(kitchen).ShouldBe(2 * 2, "those of the first generation are gone");
        (await kitchen.Switch.RollBackAsync(Kitchen.Shop, default)).Switched.ShouldBeTrue();
        (await FindAsync(kitchen, Anna))!.Select(Products).ShouldBe(["b0+a0"]);
    }

    [Fact]
    public async Task PublishAsync_KilledAtAnyCall_NeverServesAPartOfThePersons()
    {
        for (var n = 1; ; n++)
        {
            var kitchen = await OpenAsync();
            var model = await ModelAsync(kitchen, Line(Anna, "a3"), Line(Bert, "b2"), Line(Carl, "a5"));
            kitchen.FaultyBlobs.Faults.DieAt = n;
            try
            {
                await kitchen.PublishAsync(model);
            }
            catch (StoreException)
            {
                kitchen.Memory.Keys.ShouldNotContain(key => key.Id == "pointer" && PersonsDocuments(kitchen) < 3, $"call {n}");
            }

            var calls = kitchen.FaultyBlobs.Faults.Calls;
            kitchen.FaultyBlobs.Faults.Reset();
            await kitchen.PublishAsync(model);
            PersonsDocuments(kitchen).ShouldBe(3, $"call {n}");
            if (calls < n)
            {
                n.ShouldBeGreaterThan(10);
                break;
            }
        }
    }

    [Theory]
    [InlineData("""{"user":"x","products":[]}""")]
    [InlineData("""{"products":[]}""")]
    [InlineData("[1,2")]
    public async Task PublishAsync_DamagedRankings_AreRefused(string line)
    {
        var kitchen = await OpenAsync();

        var report = await kitchen.PublishAsync(await ModelAsync(kitchen, Line(Anna, "a1"), line));

        report.Outcome.ShouldBe(PublishOutcome.Refused);
        report.Reason!.ShouldContain("users.ndjson.gz, line 2");
    }

    private static async Task<Kitchen> OpenAsync()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(20));
        return kitchen;
    }

    private static Task<BlobName> ModelAsync(Kitchen kitchen, params string[] users) => kitchen.PutModelAsync(Kitchen.Pairs(20), users: users);

    private static async Task<IReadOnlyList<PublishedBundle>?> FindAsync(Kitchen kitchen, Pseudonym user)
    {
        var optOuts = new OptOutList(kitchen.Blobs, kitchen.Memory, kitchen.Clock);
        var current = (await kitchen.PointerAsync()).CurrentInfo;
        return (await new UserBundles(kitchen.Memory, optOuts).FindAsync(Kitchen.Shop, user, current, default)).Bundles;
    }

    private static string Line(Pseudonym user, params string[] products) =>
        $$"""{"user":"{{user}}","products":[{{string.Join(',', products.Select((product, i) => $"[\"{product}\",{9 - i}.5]"))}}]}""";

    private static int PersonsDocuments(Kitchen kitchen) =>
        kitchen.Memory.Keys.Count(key => key.Partition.StartsWith("u|", StringComparison.Ordinal));

    private static string Products(PublishedBundle bundle) => string.Join('+', bundle.Items.Select(item => item.ProductId));
}
