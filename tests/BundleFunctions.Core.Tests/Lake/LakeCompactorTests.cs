using System.Text;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Lake;

public sealed class LakeCompactorTests
{
    // Two days, some lines in several files, one id with two contents.
    private static readonly string[][] Files =
    [
        [Lines.Purchase(1), Lines.Purchase(2, 10), Lines.Purchase(3, 1500)],
        [Lines.Purchase(4, 5), Lines.Purchase(2, 10), Lines.Purchase(5, 1441)],
        [Lines.Purchase(6, 7), Lines.Purchase(1, 3)],
        [Lines.Purchase(7, 1700)],
    ];

    [Fact]
    public async Task CompactAll_ManyFiles_LeavesOnePartADayAndTheSameEvents()
    {
        var porch = await DeliveredAsync([0, 1, 2, 3]);
        var before = await porch.EventsAsync();

        var report = await CompactAsync(porch);

        report.ShouldBe(new CompactionReport(Days: 2, PartsBefore: 6, PartsAfter: 2, Duplicates: 1, FilesDeleted: 6, Overtaken: 0, TooLarge: 0));
        PartCodecTests.Texts(await porch.EventsAsync()).ShouldBe(PartCodecTests.Texts(before));
        (await porch.StateAsync(BlobLayout.Lake)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task CompactAll_OtherOrderAndSplitAndDuplicates_GivesTheSameBytes()
    {
        var expected = await CompactedAsync(await DeliveredAsync([0, 1, 2, 3]));

        (await CompactedAsync(await DeliveredAsync([3, 2, 1, 0]))).ShouldBe(expected);
        (await CompactedAsync(await DeliveredAsync([2, 0, 2, 3, 1, 1]))).ShouldBe(expected);

        var oneFile = new Porch(new JsonOnly());
        await oneFile.IngestAsync("all.ndjson", Lines.Join(Files.SelectMany(lines => lines).Reverse()));
        (await CompactedAsync(oneFile)).ShouldBe(expected);

        var between = await DeliveredAsync([1]);
        await CompactAsync(between);
        await between.IngestAsync("0", Lines.Join(Files[0]));
        await CompactAsync(between);
        await between.IngestAsync("2", Lines.Join(Files[2]));
        await between.IngestAsync("3", Lines.Join(Files[3]));
        (await CompactedAsync(between)).ShouldBe(expected);
    }

    [Fact]
    public async Task CompactAll_Again_WritesNothing()
    {
        var porch = await DeliveredAsync([0, 1]);
        await CompactAsync(porch);
        var before = await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Ledger);

        (await CompactAsync(porch)).ShouldBe(new CompactionReport(0, 0, 0, 0, 0, 0, 0));
        (await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Ledger)).ShouldBe(before);
    }

    [Fact]
    public async Task CompactAll_FileDeliveredAgainAfterwards_AddsNothing()
    {
        var porch = await DeliveredAsync([0, 1, 2, 3]);
        var expected = await CompactedAsync(porch);

        await porch.IngestAsync("again.ndjson", Lines.Join(Files[1]));

        (await CompactedAsync(porch)).ShouldBe(expected);
    }

    [Fact]
    public async Task CompactDue_FewFiles_WaitsTillTheDayIsOver()
    {
        var porch = await DeliveredAsync([0, 1, 2, 3]);
        var compactor = new LakeCompactor(porch.Blobs, porch.Clock);
        porch.Clock.Advance(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero) - porch.Clock.GetUtcNow());
        (await compactor.CompactDueAsync(Porch.Shop, default)).Days.ShouldBe(0);

        porch.Clock.Advance(TimeSpan.FromDays(2));
        (await compactor.CompactDueAsync(Porch.Shop, default)).ShouldBe(new CompactionReport(1, 3, 1, 1, 0, 0, 0));

        // Those who had begun to read can end; then the old files go.
        (await porch.StateAsync(BlobLayout.Lake)).Count.ShouldBe(7);
        porch.Clock.Advance(TimeSpan.FromDays(2));
        await compactor.CompactDueAsync(Porch.Shop, default);
        (await compactor.CompactDueAsync(Porch.Shop, default)).ShouldBe(new CompactionReport(0, 0, 0, 0, 0, 0, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CompactAll_KilledAnywhere_LosesNothingAndEndsTheSame(bool afterwards)
    {
        var expected = await CompactedAsync(await DeliveredAsync([0, 1, 2, 3]));
        var events = PartCodecTests.Texts(await (await DeliveredAsync([0, 1, 2, 3])).EventsAsync());
        for (var failAt = 1; ; failAt++)
        {
            var porch = await DeliveredAsync([0, 1, 2, 3]);
            var failing = new FailingBlobStore(porch.Blobs, failAt, afterwards);
            try
            {
                await new LakeCompactor(failing, porch.Clock).CompactAllAsync(Porch.Shop, TimeSpan.Zero, default);
            }
            catch (StoreException)
            {
                PartCodecTests.Texts(await porch.EventsAsync()).ShouldBe(events, $"killed at call {failAt}");
            }

            (await CompactedAsync(porch)).ShouldBe(expected, $"killed at call {failAt}");
            if (!failing.HasFailed)
            {
                failAt.ShouldBeGreaterThan(20);
                return;
            }
        }
    }

    [Fact]
    public async Task CompactAll_PartsOfBefore_AreReadAndConverted()
    {
        var porch = await DeliveredAsync([0, 1]);
        var expected = await CompactedAsync(await DeliveredAsync([0, 1]));
        await OldLake.TurnBackAsync(porch);
        (await porch.EventsAsync()).Count.ShouldBe(5);

        (await CompactedAsync(porch)).ShouldBe(expected);
    }

    [Fact]
    public async Task Read_MergedWhileReading_GoesOnWithTheMergedParts()
    {
        var porch = await DeliveredAsync([0, 1, 2, 3]);
        var expected = PartCodecTests.Texts(await porch.EventsAsync());
        var events = new List<ShopEvent>();
        await foreach (var shopEvent in new LakeReader(porch.Blobs).ReadAsync(Porch.Shop, default))
        {
            if (events.Count == 0)
            {
                await CompactAsync(porch);
            }

            events.Add(shopEvent);
        }

        PartCodecTests.Texts(events).ShouldBe(expected);
    }

    [Fact]
    public async Task Compact_OvertakenByIntake_KeepsBoth()
    {
        var porch = await DeliveredAsync([0, 1]);
        var events = await porch.EventsAsync();
        var days = new LakeDays(porch.Blobs, Porch.Shop);
        var parts = await LakeIndex.ReadAsync(porch.Blobs, Porch.Shop, default);
        await days.TouchAsync("2026-02-01", default);

        var report = await new DayMerge(porch.Blobs, Porch.Shop).RunAsync(
            LakeDay.Untouched("2026-02-01"), etag: null, parts["2026-02-01"], new CompactionReport(0, 0, 0, 0, 0, 0, 0), default);

        report.Overtaken.ShouldBe(1);
        PartCodecTests.Texts(await porch.EventsAsync()).ShouldBe(PartCodecTests.Texts(events));
    }

    private static async Task<Porch> DeliveredAsync(int[] order)
    {
        var porch = new Porch(new JsonOnly());
        for (var i = 0; i < order.Length; i++)
        {
            await porch.IngestAsync($"{i}.ndjson", Encoding.UTF8.GetBytes(Lines.Join(Files[order[i]])));
        }

        return porch;
    }

    private static Task<CompactionReport> CompactAsync(Porch porch) =>
        new LakeCompactor(porch.Blobs, porch.Clock).CompactAllAsync(Porch.Shop, TimeSpan.Zero, default);

    private static async Task<string> CompactedAsync(Porch porch)
    {
        await CompactAsync(porch);
        return await porch.FingerprintAsync(BlobLayout.Lake);
    }
}
