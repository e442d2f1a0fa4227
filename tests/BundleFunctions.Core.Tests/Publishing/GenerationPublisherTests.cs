using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Publishing;

public sealed class GenerationPublisherTests
{
    private static async Task<(Kitchen Kitchen, BlobName Old, BlobName New)> TwoModelsAsync()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(30));
        var old = await kitchen.PutModelAsync(Kitchen.Pairs(20));
        kitchen.Clock.Advance(TimeSpan.FromHours(1));
        return (kitchen, old, await kitchen.PutModelAsync(Kitchen.Pairs(30, orders: 70)));
    }

    [Fact]
    public async Task PublishAsync_FirstModel_WritesEveryDocumentThenThePointer()
    {
        var (kitchen, old, _) = await TwoModelsAsync();

        var report = await kitchen.PublishAsync(old);

        report.Outcome.ShouldBe(PublishOutcome.Published, report.Reason);
        report.DocumentsWritten.ShouldBe(41);
        report.Manifest!.Products.ShouldBe(40);
        report.Manifest.Bundles.ShouldBe(40);
        report.Manifest.HomeBundles.ShouldBe(20);
        report.Manifest.Prices.ShouldBe(new SortedDictionary<string, int> { ["discounted"] = 40 });
        var pointer = await kitchen.PointerAsync();
        pointer.Current.ShouldBe(report.Manifest.Generation);
        pointer.Previous.ShouldBeNull();
        // 40 lists, the home list, where each bundle stands, and the pointer.
        kitchen.Memory.Keys.Count.ShouldBe(43);
    }

    [Fact]
    public async Task PublishAsync_SameModelAgain_ChangesNothing()
    {
        var (kitchen, old, _) = await TwoModelsAsync();
        await kitchen.PublishAsync(old);
        var before = await kitchen.StateAsync();

        var again = await kitchen.PublishAsync(old);

        again.Outcome.ShouldBe(PublishOutcome.AlreadyPublished);
        (await kitchen.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task PublishAsync_OlderModel_IsRefused()
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        var current = (await kitchen.PublishAsync(@new)).Manifest!.Generation;

        var report = await kitchen.PublishAsync(old);

        report.Outcome.ShouldBe(PublishOutcome.Refused);
        (await kitchen.PointerAsync()).Current.ShouldBe(current);
    }

    [Fact]
    public async Task PublishAsync_RolledBackModel_StaysRolledBack()
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        var first = (await kitchen.PublishAsync(old)).Manifest!.Generation;
        var second = (await kitchen.PublishAsync(@new)).Manifest!.Generation;

        var back = await kitchen.Switch.RollBackAsync(Kitchen.Shop, default);
        back.ShouldBe(new RollBackReport(Kitchen.Shop, Switched: true, first, second, null));
        (await kitchen.PublishAsync(@new)).Outcome.ShouldBe(PublishOutcome.AlreadyPublished);
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(31));
        (await kitchen.PublishAsync(@new)).Outcome.ShouldBe(PublishOutcome.Refused, "another catalogue does not bring the model back");
        (await kitchen.PointerAsync()).Current.ShouldBe(first);

        (await kitchen.Switch.RollBackAsync(Kitchen.Shop, default)).Current.ShouldBe(second);
        kitchen.Clock.Advance(TimeSpan.FromHours(1));
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(25)))).Outcome.ShouldBe(PublishOutcome.Published);
    }

    [Fact]
    public async Task RollBackAsync_DocumentsOfThePreviousGone_AreWrittenAgainFirst()
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        var first = (await kitchen.PublishAsync(old)).Manifest!.Generation;
        await kitchen.PublishAsync(@new);
        await kitchen.Memory.DeleteManyAsync(
            [.. kitchen.Memory.Keys.Where(key => string.Equals(key.Id, first.Value, StringComparison.Ordinal))], default);

        (await kitchen.Switch.RollBackAsync(Kitchen.Shop, default)).Switched.ShouldBeTrue();

        kitchen.Memory.Keys.Count(key => string.Equals(key.Id, first.Value, StringComparison.Ordinal)).ShouldBe(42);
    }

    [Fact]
    public async Task RollBackAsync_OnlyOneGeneration_SaysSo()
    {
        var (kitchen, old, _) = await TwoModelsAsync();
        (await kitchen.Switch.RollBackAsync(Kitchen.Shop, default)).Switched.ShouldBeFalse();
        await kitchen.PublishAsync(old);
        (await kitchen.Switch.RollBackAsync(Kitchen.Shop, default)).Reason.ShouldBe("There is no previous generation.");
    }

    [Fact]
    public async Task PublishAsync_ThirdGeneration_DeletesTheFirst()
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        var first = (await kitchen.PublishAsync(old)).Manifest!.Generation;
        await kitchen.PublishAsync(@new);
        kitchen.Clock.Advance(TimeSpan.FromHours(1));

        var third = await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(25)));

        third.GenerationsDeleted.ShouldBe(1);
        (await kitchen.StateAsync()).Keys.ShouldNotContain(key => key.Contains(first.Value, StringComparison.Ordinal));
        kitchen.Memory.Keys.Count.ShouldBe(1 + 62 + 52);
    }

    [Fact]
    public async Task PublishAsync_KilledAtAnyCall_LeavesTheOldServingAndARerunEndsTheSame()
    {
        var (reference, referenceOld, referenceNew) = await TwoModelsAsync();
        await reference.PublishAsync(referenceOld);
        await reference.PublishAsync(referenceNew);
        var expected = await reference.StateAsync();

        foreach (var (inDocuments, afterwards) in new[] { (true, false), (true, true), (false, false), (false, true) })
        {
            for (var n = 1; ; n++)
            {
                var (kitchen, old, @new) = await TwoModelsAsync();
                var first = (await kitchen.PublishAsync(old)).Manifest!.Generation;
                var faults = inDocuments ? kitchen.Documents.Faults : kitchen.FaultyBlobs.Faults;
                faults.Reset();
                (faults.DieAt, faults.DieAfterwards) = (n, afterwards);

                var finished = false;
                try
                {
                    finished = (await kitchen.PublishAsync(@new)).CleanUpFault is null;
                }
                catch (StoreException)
                {
                    var pointer = await kitchen.PointerAsync();
                    var serving = pointer.Current.Value;
                    kitchen.Memory.Keys.Count(key => string.Equals(key.Id, serving, StringComparison.Ordinal))
                        .ShouldBe(pointer.Current == first ? 42 : 62, $"call {n}: a pointer never names a generation that is not whole");
                }

                var calls = faults.Calls;
                faults.Reset();
                await kitchen.PublishAsync(@new);
                (await kitchen.StateAsync()).ShouldBe(expected, $"documents {inDocuments}, afterwards {afterwards}, call {n}");
                if (finished && calls < n)
                {
                    n.ShouldBeGreaterThan(8);
                    break;
                }
            }
        }
    }

    [Fact]
    public async Task PublishAsync_ThirtyPercentOfCallsFail_StillFinishes()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var (kitchen, old, @new) = await TwoModelsAsync();
            await kitchen.PublishAsync(old);
            kitchen.Documents.Faults.FailShare(0.3, seed);
            kitchen.FaultyBlobs.Faults.FailShare(0.3, seed + 100);

            PublishReport? report = null;
            for (var delivery = 0; delivery < 5 && report is null; delivery++)
            {
                // The platform delivers a blob five times.
                try
                {
                    report = await kitchen.PublishAsync(@new);
                }
                catch (StoreException)
                {
                }
            }

            report.ShouldNotBeNull($"seed {seed}");
            kitchen.Documents.Faults.Reset();
            kitchen.FaultyBlobs.Faults.Reset();
            var serving = (await kitchen.PointerAsync()).Current;
            (await kitchen.StateAsync()).ShouldContainKey($"generations/{Kitchen.Shop}/{serving}/manifest.json");
            kitchen.Memory.Keys.Count(key => string.Equals(key.Id, serving.Value, StringComparison.Ordinal)).ShouldBe(62, $"seed {seed}");
        }
    }

    [Fact]
    public async Task PublishAsync_ModelWithoutBundles_IsRefusedWhereTheCurrentHasMany()
    {
        var (kitchen, old, _) = await TwoModelsAsync();
        var first = (await kitchen.PublishAsync(old)).Manifest!.Generation;
        kitchen.Clock.Advance(TimeSpan.FromHours(2));

        var report = await kitchen.PublishAsync(await kitchen.PutModelAsync([new ProductAssociations(Kitchen.Id("a0"), 9, [], [])]));

        report.Outcome.ShouldBe(PublishOutcome.Refused);
        report.Reason!.ShouldContain("gives no bundle; the generation that serves has 40");
        (await kitchen.PointerAsync()).Current.ShouldBe(first);
    }

    [Fact]
    public async Task PublishAsync_FirstModelWithoutBundles_IsPublished()
    {
        var (kitchen, _, _) = await TwoModelsAsync();

        var report = await kitchen.PublishAsync(await kitchen.PutModelAsync([]));

        report.Outcome.ShouldBe(PublishOutcome.Published, report.Reason);
        report.DocumentsWritten.ShouldBe(1);
    }

    [Fact]
    public async Task PublishAsync_CountsThatContradictEachOther_AreRefused()
    {
        var (kitchen, old, _) = await TwoModelsAsync();
        await kitchen.PublishAsync(old);
        kitchen.Clock.Advance(TimeSpan.FromHours(2));
        var model = await kitchen.PutModelAsync(
            [new ProductAssociations(Kitchen.Id("a0"), 9, [new Neighbour(Kitchen.Id("b0"), 5, 7)], [])]);

        var report = await kitchen.PublishAsync(model);

        report.Outcome.ShouldBe(PublishOutcome.Refused);
        report.Reason!.ShouldContain("neighbour b0 is in 5 orders, 7 of them with it (9 orders).");
    }

    [Theory]
    [InlineData("manifest.json", "{\"formatVersion\":1,\"x\":NaN}")]
    [InlineData("manifest.json", "{\"formatVersion\":99}")]
    [InlineData("associations.ndjson.gz", "garbage")]
    public async Task PublishAsync_DamagedModel_IsRefused(string file, string content)
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        await kitchen.PublishAsync(old);
        var before = await kitchen.StateAsync();
        var name = @new with { Path = @new.Path.Replace("manifest.json", file, StringComparison.Ordinal) };
        await kitchen.Blobs.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), BlobCondition.None, default);

        var report = await kitchen.PublishAsync(@new);

        report.Outcome.ShouldBe(PublishOutcome.Refused);
        report.Reason.ShouldNotBeNullOrEmpty();
        (await kitchen.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task PublishAsync_NoCatalogue_SaysSo()
    {
        var kitchen = new Kitchen();

        var report = await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(3)));

        report.Reason.ShouldBe("Shop demo has no catalogue yet; nothing can be priced.");
    }

    [Fact]
    public async Task RefreshAsync_OtherOptions_MakeAnotherGenerationOfTheSameModel()
    {
        var (kitchen, old, _) = await TwoModelsAsync();
        var first = (await kitchen.PublishAsync(old)).Manifest!;
        await kitchen.Shops.SaveSettingsAsync(Kitchen.Shop, new ShopSettings { Bundling = new BundlingOptions { MinOrders = 50 } }, default);

        var second = (await kitchen.Publisher.RefreshAsync(Kitchen.Shop, default))!.Manifest!;

        second.ModelId.ShouldBe(first.ModelId);
        second.Generation.ShouldNotBe(first.Generation);
        second.Bundles.ShouldBe(22);
    }

    [Fact]
    public async Task RestoreAsync_DocumentStoreLost_BringsEveryDocumentAndThePointerBack()
    {
        var (kitchen, old, @new) = await TwoModelsAsync();
        await kitchen.PublishAsync(old);
        await kitchen.PublishAsync(@new);
        var pointer = await kitchen.PointerAsync();
        await kitchen.Memory.DeleteManyAsync(kitchen.Memory.Keys, default);

        var report = await kitchen.Restorer.RestoreAsync(Kitchen.Shop, default);

        report.ShouldBe(new RestoreReport(Kitchen.Shop, pointer.Current, 61, PointerRestored: true, null));
        (await kitchen.PointerAsync()).Current.ShouldBe(pointer.Current);
        kitchen.Memory.Keys.Count.ShouldBe(63);
    }

    [Fact]
    public async Task PublishAsync_TenBundlesOfAProduct_FitIntoAboutOneKilobyte()
    {
        var kitchen = new Kitchen();
        var rest = Enumerable.Range(10_000, 20).Select(i => Kitchen.Id($"{i}")).ToArray();
        await kitchen.PutCatalogueAsync([Kitchen.Item("camera-1", 489.90m), .. rest.Select(id => Kitchen.Item(id.Value, 39.95m))]);
        var model = await kitchen.PutModelAsync(
            [new ProductAssociations(Kitchen.Id("camera-1"), 1329, [.. rest.Select((id, i) => new Neighbour(id, 2000, 700 - i))], [])]);

        var generation = (await kitchen.PublishAsync(model)).Manifest!.Generation;

        var document = await kitchen.Memory.GetAsync(GenerationFiles.Product(Kitchen.Shop, Kitchen.Id("camera-1"), generation), default);
        ListDocumentCodec.Decode(document!.Body.Span).Count.ShouldBe(10);
        document.Body.Length.ShouldBeLessThan(1500);
    }
}
