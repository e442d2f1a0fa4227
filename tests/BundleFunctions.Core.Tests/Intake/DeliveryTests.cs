using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class DeliveryTests
{
    private static readonly string File = Lines.Join([Lines.Purchase(1), "{broken", Lines.Purchase(2, 1440), Lines.Purchase(1)]);
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Ingest_SameBlobAHundredTimesAtOnce_LeavesTheStateOfOneDelivery()
    {
        var once = new Porch(new JsonOnly());
        await once.IngestAsync("a.ndjson", File);
        await _porch.DropAsync(Porch.Raw("a.ndjson"), File);

        var reports = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            _porch.Intake().IngestAsync(Porch.Raw("a.ndjson"), default))));

        reports.Count(report => report.Status == IntakeStatus.Ingested).ShouldBe(1);
        reports.Where(report => report.Status != IntakeStatus.Ingested)
            .ShouldAllBe(report => report.Status == IntakeStatus.AlreadyIngested && report.Duplicates == 4 && report.RecordsRead == 4);
        (await _porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects))
            .ShouldBe(await once.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects));
        (await _porch.EventsAsync()).Select(e => e.EventId.Value).ShouldBe(["e1", "e2"]);
    }

    [Fact]
    public async Task Ingest_SameContentUnderAnotherName_ChangesNothingInTheLake()
    {
        await _porch.IngestAsync("a.ndjson", File);
        var before = await _porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects);

        var report = await _porch.IngestAsync("copy/of/a.txt", File);
        var rewritten = await _porch.IngestAsync("a.ndjson", File);

        (report.Status, report.RecordsRead, report.Duplicates).ShouldBe((IntakeStatus.AlreadyIngested, 4, 4));
        rewritten.Status.ShouldBe(IntakeStatus.AlreadyIngested);
        (await _porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects)).ShouldBe(before);
    }

    [Fact]
    public async Task Ingest_OverwrittenBlob_AddsItsNewContent()
    {
        await _porch.IngestAsync("a.ndjson", Lines.Purchase(1));
        await _porch.IngestAsync("a.ndjson", Lines.Join([Lines.Purchase(1), Lines.Purchase(2)]));

        (await _porch.EventsAsync()).Select(e => e.EventId.Value).ShouldBe(["e1", "e2"]);
    }

    [Fact]
    public async Task Ingest_OverlappingFilesInAnyOrder_GiveTheSameEvents()
    {
        // e3 stands in two files at different times, and twice in one file with different prices.
        string[] files =
        [
            Lines.Join([Lines.Purchase(1, 5), Lines.Purchase(2, 2000), Lines.Purchase(3, 1)]),
            Lines.Join([Lines.Purchase(2, 2000), Lines.Purchase(3, 2900)]),
            Lines.Join([Lines.Purchase(4, 5), Lines.Purchase(4, 5).Replace("19.90", "1", StringComparison.Ordinal), Lines.Purchase(1, 5)]),
            Lines.Join([Lines.Purchase(4, 5).Replace("19.90", "1", StringComparison.Ordinal), Lines.Purchase(4, 5)]),
        ];
        var results = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in Permutations([0, 1, 2, 3]))
        {
            var porch = new Porch(new JsonOnly());
            foreach (var file in order)
            {
                await porch.IngestAsync($"{file}.ndjson", files[file]);
            }

            results.Add(string.Join('\n', (await porch.EventsAsync()).Select(e => $"{e.EventId} {e.OccurredAt:O} {e.Items[0].UnitPrice}")));
        }

        results.ShouldHaveSingleItem().Split('\n').Select(line => line[..2]).ShouldBe(["e3", "e1", "e4", "e2"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ingest_KilledAtAnyStep_ConvergesOnTheNextRun(bool afterwards)
    {
        var clean = new Porch(new JsonOnly());
        await clean.IngestAsync("a.ndjson", File);
        for (var step = 1; ; step++)
        {
            var porch = new Porch(new JsonOnly());
            await porch.DropAsync(Porch.Raw("a.ndjson"), File);
            var failing = new FailingBlobStore(porch.Blobs, step, afterwards);
            if (await Record.ExceptionAsync(() => porch.Intake(failing).IngestAsync(Porch.Raw("a.ndjson"), default)) is null)
            {
                failing.HasFailed.ShouldBeFalse();
                step.ShouldBeGreaterThan(8);
                return;
            }

            // What lies there half-written is either all there for a reader, or not at all.
            (await porch.EventsAsync()).Count.ShouldBeOneOf(0, 2);
            await porch.Reconciler().ReconcileAsync(default);

            (await porch.EventsAsync()).Count.ShouldBe(2);
            (await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects)).ShouldBe(await clean.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects));
            (await porch.StateAsync(BlobLayout.Ledger)).Keys.ShouldBe((await clean.StateAsync(BlobLayout.Ledger)).Keys);
        }
    }

    [Fact]
    public async Task Ingest_StoreThatEndsABlobEarly_ThrowsAndTakesNothing()
    {
        await _porch.DropAsync(Porch.Raw("a.ndjson"), File);

        await Should.ThrowAsync<StoreException>(() => _porch.Intake(new ShortBlobStore(_porch.Blobs)).IngestAsync(Porch.Raw("a.ndjson"), default));

        (await _porch.EventsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reconcile_BlobsThatNoTriggerReported_AreTakenInWithinOneCycle()
    {
        await _porch.IngestAsync("known.ndjson", Lines.Purchase(1));
        await _porch.DropAsync(Porch.Raw("late.ndjson"), Lines.Purchase(2));
        await _porch.DropAsync(new BlobName(BlobLayout.Events, "other/first.ndjson"), Lines.Purchase(3));
        await _porch.DropAsync(Porch.RawCatalogue("p.ndjson"), """{"productId":"p1","title":"One","price":1}""");

        var report = await _porch.Reconciler().ReconcileAsync(default);
        var again = await _porch.Reconciler().ReconcileAsync(default);

        (report.Listed, report.Known, report.Failures.Count).ShouldBe((4, 1, 0));
        report.Events.Select(r => r.Blob.Path).ShouldBe(["acme/late.ndjson", "other/first.ndjson"], ignoreOrder: true);
        report.Catalogues.ShouldHaveSingleItem().Accepted.ShouldBe(1);
        (again.Listed, again.Known, again.Events.Count).ShouldBe((4, 4, 0));
    }

    [Fact]
    public async Task Reconcile_OneShopThatFails_DoesNotStopTheOthers()
    {
        await _porch.DropAsync(new BlobName(BlobLayout.Settings, "broken.json"), "{not json");
        await _porch.DropAsync(new BlobName(BlobLayout.Events, "broken/a.ndjson"), Lines.Purchase(1));
        await _porch.DropAsync(Porch.Raw("a.ndjson"), Lines.Purchase(2));

        var report = await _porch.Reconciler().ReconcileAsync(default);

        report.Failures.ShouldHaveSingleItem().What.ShouldBe("events/broken/a.ndjson");
        report.Events.ShouldHaveSingleItem().Accepted.ShouldBe(1);
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
