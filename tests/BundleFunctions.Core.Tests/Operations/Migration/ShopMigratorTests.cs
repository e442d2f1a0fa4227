using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Operations.Migration;
using BundleFunctions.Ports;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Operations.Migration;

public sealed class ShopMigratorTests
{
    [Fact]
    public async Task Migrate_ShopOfThisVersion_DoesNothing()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(10));
        await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(10)));
        var before = await kitchen.StateAsync();

        var report = await Migrator(kitchen).MigrateAsync(Kitchen.Shop, default);

        report.Found.ShouldBe([new FormatState("model", 1, 0, 1), new FormatState("generation", 1, 0, 1)]);
        report.Upgraded.ShouldBeEmpty();
        report.Fault.ShouldBeNull();
        (await kitchen.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Migrate_NothingPublished_DoesNothing()
    {
        var report = await Migrator(new Kitchen()).MigrateAsync(Kitchen.Shop, default);

        report.Found.ShouldAllBe(state => state.Old == 0 && !state.IsNewer);
        report.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Migrate_OlderGeneration_ServesANewOneOfTheSameModel()
    {
        var old = await OldShop.CreateAsync(generationVersion: 0);

        var report = await Migrator(old.Kitchen).MigrateAsync(Kitchen.Shop, default);

        report.Found[1].ShouldBe(new FormatState("generation", 1, 1, 0));
        report.Upgraded.ShouldBe(["generation"]);
        var pointer = await old.Kitchen.PointerAsync();
        pointer.Current.ShouldBe(old.Expected);
        pointer.Previous!.Value.Value.ShouldBe(OldShop.OldName);
        (await old.Kitchen.Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("a0"), BundleQuery.Default, default)).Bundles.ShouldNotBeEmpty();
        (await Migrator(old.Kitchen).LookAsync(Kitchen.Shop, default)).ShouldAllBe(state => state.Old == 0);
    }

    [Fact]
    public async Task Look_OlderGeneration_ChangesNothing()
    {
        var old = await OldShop.CreateAsync(generationVersion: 0);
        var before = await old.Kitchen.StateAsync();

        (await Migrator(old.Kitchen).LookAsync(Kitchen.Shop, default)).Sum(state => state.Old).ShouldBe(1);

        (await old.Kitchen.StateAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Migrate_KilledAtEveryCallOfTheBlobStore_IsFinishedByTheNext(bool afterwards)
    {
        var undisturbed = await OldShop.CreateAsync(generationVersion: 0);
        await Migrator(undisturbed.Kitchen).MigrateAsync(Kitchen.Shop, default);
        var expected = await undisturbed.Kitchen.StateAsync();
        var died = 0;
        for (var call = 1; ; call++)
        {
            var old = await OldShop.CreateAsync(generationVersion: 0);
            var faults = old.Kitchen.FaultyBlobs.Faults;
            (faults.DieAt, faults.DieAfterwards) = (faults.Calls + call, afterwards);
            var survived = await SurvivesAsync(old);
            faults.Reset();

            (await Migrator(old.Kitchen).MigrateAsync(Kitchen.Shop, default)).Fault.ShouldBeNull();
            var state = await old.Kitchen.StateAsync();
            state.Keys.Where(key => !expected.TryGetValue(key, out var value) || value != state[key]).ShouldBeEmpty($"killed at call {call}");
            state.Count.ShouldBe(expected.Count);
            if (survived)
            {
                break;
            }

            died++;
        }

        died.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(7, 1, "generation")]
    [InlineData(1, 7, "model")]
    public async Task Migrate_AnythingNewer_IsRefusedAndNothingTouched(int generation, int model, string named)
    {
        var shop = await OldShop.CreateAsync(generation == 1 ? 0 : generation, model);
        var before = await shop.Kitchen.StateAsync();

        var report = await Migrator(shop.Kitchen).MigrateAsync(Kitchen.Shop, default);

        report.Fault.ShouldNotBeNull().ShouldContain($"The {named} of demo is of version 7; this program knows 1.");
        report.Upgraded.ShouldBeEmpty();
        (await shop.Kitchen.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Migrate_OlderModel_AsksForATrainingAndLeavesTheGeneration()
    {
        var shop = await OldShop.CreateAsync(generationVersion: 0, modelVersion: 0);
        var before = await shop.Kitchen.StateAsync();

        var report = await Migrator(shop.Kitchen).MigrateAsync(Kitchen.Shop, default);

        report.Fault.ShouldNotBeNull().ShouldContain("bundles train --shop demo");
        (await shop.Kitchen.StateAsync()).ShouldBe(before);
    }

    private static ShopMigrator Migrator(Kitchen kitchen) => new(kitchen.FaultyBlobs, kitchen.Documents, kitchen.Publisher);

    private static async Task<bool> SurvivesAsync(OldShop old)
    {
        try
        {
            var report = await Migrator(old.Kitchen).MigrateAsync(Kitchen.Shop, default);

            return report.Fault is null && old.Kitchen.FaultyBlobs.Faults.Calls < old.Kitchen.FaultyBlobs.Faults.DieAt;
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
