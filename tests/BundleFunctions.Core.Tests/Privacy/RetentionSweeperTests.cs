using BundleFunctions.Audit;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Privacy;

public sealed class RetentionSweeperTests
{
    private static readonly DateTimeOffset First = new(2026, 2, 14, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new();
    private readonly InMemoryBlobStore _blobs;
    private readonly InMemoryDocumentStore _documents;
    private readonly ShopDirectory _shops;
    private readonly ErasureShop _shop;

    public RetentionSweeperTests()
    {
        _blobs = new InMemoryBlobStore(_clock);
        _documents = new InMemoryDocumentStore(_clock);
        _shops = new ShopDirectory(_blobs);
        _shop = new ErasureShop(_blobs, _documents, new JsonOnly(), _clock);
    }

    [Fact]
    public async Task Sweep_NothingSet_KeepsEverythingForEver()
    {
        await _shop.OpenAsync();
        var before = await NamesAsync();
        _clock.Advance(TimeSpan.FromDays(3650));

        var report = await SweepAsync(new RetentionOptions());

        report.Kinds.ShouldAllBe(kind => kind.Files == 0 && kind.Days == null);
        (await NamesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Sweep_DryRun_CountsWhatTheRunThenDeletes()
    {
        await _shop.OpenAsync();
        await _blobs.PutAsync(new BlobName(BlobLayout.Events, "demo/waiting.ndjson"), new MemoryStream([1]), BlobCondition.None, default);
        _clock.Advance(TimeSpan.FromDays(40));
        var keep = new RetentionOptions { RawDays = 30, LakeDays = 55, RejectsDays = 30, JobsDays = 30, ModelsDays = 30, GenerationsDays = 30 };
        var before = await NamesAsync();

        var dry = await SweepAsync(keep, dryRun: true);
        (await NamesAsync()).ShouldBe(before);
        var report = await SweepAsync(keep);

        report.Kinds.ShouldBe(dry.Kinds);
        var after = await NamesAsync();
        before.Except(after, StringComparer.Ordinal).Count().ShouldBe(report.Kinds.Sum(kind => kind.Files));
        after.Where(name => name.StartsWith("events/", StringComparison.Ordinal)).ShouldBe(["events/demo/waiting.ndjson"]);
        after.ShouldNotContain(name => name.StartsWith("rejects/", StringComparison.Ordinal) || name.StartsWith("jobs/demo/runs/", StringComparison.Ordinal));

        // 10 April less 55 days is 14 February: days before it are gone, and what reads the lake does not miss them.
        (await _shop.EventsAsync()).ShouldAllBe(shopEvent => shopEvent.OccurredAt >= First);
        (await _shop.EventsAsync()).ShouldNotBeEmpty();
        report.Kinds.Single(kind => kind.Kind == "models").Files.ShouldBe(0, "the model that serves stays");
        report.Kinds.Single(kind => kind.Kind == "generations").Files.ShouldBe(0, "the generation that serves stays");
        (await SweepAsync(keep)).Kinds.ShouldAllBe(kind => kind.Files == 0);
        (await ErasureShop.AuditAsync(_blobs)).ShouldContain(entry => entry.Action == "privacy.retention");
    }

    [Fact]
    public async Task Sweep_KilledAtAnyCall_LeavesALakeThatCanBeRead()
    {
        for (var n = 1; ; n += 2)
        {
            var clock = new ManualClock();
            var blobs = new InMemoryBlobStore(clock);
            var shop = new ErasureShop(blobs, new InMemoryDocumentStore(clock), new JsonOnly(), clock);
            await shop.OpenAsync();
            clock.Advance(TimeSpan.FromDays(40));
            await new ShopDirectory(blobs).SaveSettingsAsync(
                ErasureShop.Id, new ShopSettings { Retention = new RetentionOptions { LakeDays = 55, RawDays = 30 } }, default);
            var failing = new FailingBlobStore(blobs, n, afterwards: n % 4 == 1);
            try
            {
                await Sweeper(failing, clock).SweepAsync(ErasureShop.Id, dryRun: false, "test", default);
            }
            catch (StoreException)
            {
            }

            await shop.EventsAsync();
            await Sweeper(blobs, clock).SweepAsync(ErasureShop.Id, dryRun: false, "test", default);
            (await shop.EventsAsync()).ShouldAllBe(shopEvent => shopEvent.OccurredAt >= First, $"call {n}");
            (await shop.LakeFilesAsync()).Keys.ShouldAllBe(path => string.CompareOrdinal(path, "demo/day=2026-02-14") > 0, $"call {n}");
            if (!failing.HasFailed)
            {
                n.ShouldBeGreaterThan(10);
                break;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40_000)]
    public void Validate_DaysOutOfRange_NamesTheSetting(int days) =>
        new ShopSettings { Retention = new RetentionOptions { LakeDays = days } }.Validate()!.ShouldContain("retention.lakeDays");

    private async Task<RetentionReport> SweepAsync(RetentionOptions keep, bool dryRun = false)
    {
        await _shops.SaveSettingsAsync(ErasureShop.Id, new ShopSettings { Retention = keep }, default);
        return await Sweeper(_blobs, _clock).SweepAsync(ErasureShop.Id, dryRun, "test", default);
    }

    private RetentionSweeper Sweeper(IBlobStore blobs, ManualClock clock) =>
        new(blobs, _documents, new ShopDirectory(blobs), new AuditLog(blobs, clock), clock, new PublishingOptions());

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        foreach (var container in ErasureShop.Containers.Where(container => container is not BlobLayout.Privacy))
        {
            names.AddRange(await _blobs.ListAsync(container, "", default).Select(entry => entry.Name.ToString()).ToListAsync());
        }

        return names;
    }
}
