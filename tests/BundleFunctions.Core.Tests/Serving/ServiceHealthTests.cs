using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Serving;

public sealed class ServiceHealthTests
{
    private static readonly ServingOptions Options = new();

    private static async Task<Kitchen> OpenAsync()
    {
        var kitchen = new Kitchen();
        await kitchen.PutCatalogueAsync(Kitchen.PairProducts(5));
        (await kitchen.PublishAsync(await kitchen.PutModelAsync(Kitchen.Pairs(5)))).Outcome.ShouldBe(PublishOutcome.Published);
        kitchen.Documents.Faults.Reset();
        return kitchen;
    }

    private static ServiceHealth Health(Kitchen kitchen) => new(kitchen.Shops, kitchen.Documents, kitchen.Clock, Options);

    [Fact]
    public async Task CheckAsync_OldModelAndDownStore_AreTold()
    {
        var kitchen = await OpenAsync();
        var health = Health(kitchen);
        var fresh = await health.CheckAsync(default);
        (fresh.Status, fresh.Shops[0].Bundles).ShouldBe((HealthStatus.Healthy, 10));

        kitchen.Clock.Advance(TimeSpan.FromDays(8));
        var old = await health.CheckAsync(default);
        (old.Status, old.Shops[0].Reason).ShouldBe((HealthStatus.Degraded, "The model is 8 days old; expected 7 or less."));

        kitchen.Documents.Faults.Down = true;
        kitchen.Clock.Advance(Options.HealthAge);
        (await health.CheckAsync(default)).Stores[1].ShouldBe(new StoreHealth("documents", HealthStatus.Unhealthy, "503"));
    }

    [Fact]
    public async Task CheckAsync_AskedAgainBeforeTheReportIsOld_AsksNoStore()
    {
        var kitchen = await OpenAsync();
        var health = Health(kitchen);
        var first = await health.CheckAsync(default);
        var reads = kitchen.Documents.Faults.Calls;

        kitchen.Clock.Advance(Options.HealthAge - TimeSpan.FromTicks(1));
        (await health.CheckAsync(default)).ShouldBeSameAs(first);
        kitchen.Documents.Faults.Calls.ShouldBe(reads);

        kitchen.Clock.Advance(TimeSpan.FromTicks(1));
        (await health.CheckAsync(default)).ShouldNotBeSameAs(first);
        kitchen.Documents.Faults.Calls.ShouldBe(2 * reads);
    }

    [Fact]
    public async Task CheckAsync_ManyAtOnce_LookOnceAndNoneCancelsForTheOthers()
    {
        var kitchen = await OpenAsync();
        var health = Health(kitchen);
        var gate = new TaskCompletionSource();
        kitchen.Documents.Faults.Gate = gate.Task;
        using var impatient = new CancellationTokenSource();

        var first = health.CheckAsync(impatient.Token);
        var herd = Enumerable.Range(0, 100).Select(_ => health.CheckAsync(default)).ToArray();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        var reports = await Task.WhenAll(herd);

        reports.ShouldAllBe(report => ReferenceEquals(report, reports[0]));
        reports[0].Status.ShouldBe(HealthStatus.Healthy);
        kitchen.Documents.Faults.Calls.ShouldBe(2, "one probe, one shop");
    }
}
