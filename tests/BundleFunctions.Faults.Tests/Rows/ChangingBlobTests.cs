using System.Globalization;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Blobs that are deleted, appended to, or empty when intake comes.</summary>
public sealed class ChangingBlobTests
{
    private const int MostOpenings = 20;
    private readonly Porch _porch = new(new CsvRows());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ingest_BlobDeletedAtAnyOpening_IsNotedAndNobodyTriesAgain(bool whileRead)
    {
        for (var opening = 1; ; opening++)
        {
            var porch = new Porch(new CsvRows());
            await porch.DropAsync(Porch.Raw("a"), Lines(0, 30));
            var store = new VanishingBlobStore(porch.Blobs, opening, whileRead);
            IntakeReport? report = null;
            var failure = await Record.ExceptionAsync(async () => report = await porch.Intake(store).IngestAsync(Porch.Raw("a"), default));
            if (store.Openings < opening)
            {
                report!.Status.ShouldBe(IntakeStatus.Ingested);
                opening.ShouldBeInRange(2, 5);
                return;
            }

            if (report is null)
            {
                failure.ShouldBeOfType<StoreException>().IsTransient.ShouldBeTrue();
            }
            else
            {
                report.Status.ShouldBe(IntakeStatus.Missing);
            }

            (await porch.Intake().IngestAsync(Porch.Raw("a"), default)).Status.ShouldBe(IntakeStatus.Missing);
            (await porch.EventsAsync()).ShouldBeEmpty();
            var reconciled = await porch.Reconciler().ReconcileAsync(default);
            (reconciled.Listed, reconciled.Events.Count, reconciled.Failures.Count).ShouldBe((0, 0, 0));
        }
    }

    [Fact]
    public async Task Ingest_BlobThatGrowsAsItIsRead_GivesUpInTimeAndTakesAllOnceItStands()
    {
        await _porch.DropAsync(Porch.Raw("log"), Lines(0, 10));
        var growing = new GrowingBlobStore(_porch.Blobs, n => _porch.DropAsync(Porch.Raw("log"), Lines(0, 11 + n)));

        // Either one version is taken whole, or the call says that it may be made again; it never goes on for ever.
        var failure = await Record.ExceptionAsync(() => _porch.Intake(growing).IngestAsync(Porch.Raw("log"), default));

        (failure is null or StoreException { IsTransient: true }).ShouldBeTrue(failure?.Message);
        growing.Openings.ShouldBeLessThan(MostOpenings);
        await _porch.Reconciler().ReconcileAsync(default);
        (await _porch.EventsAsync()).Count.ShouldBe(10 + growing.Openings);
    }

    [Fact]
    public async Task Ingest_FileThatEndsWithinALine_GivesThatLineOnceItIsWritten()
    {
        var text = Lines(0, 12);

        (await _porch.IngestAsync("log", text[..^40])).Accepted.ShouldBe(11);
        (await _porch.RejectsAsync()).ShouldHaveSingleItem().Line.ShouldBe(12);

        (await _porch.IngestAsync("log", text + Lines(12, 3))).RecordsRead.ShouldBe(15);
        (await _porch.EventsAsync()).Count.ShouldBe(15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eventId,type,occurredAt,userId,productId\n")]
    [InlineData("eventId,type,occurredAt,userId,productId")]
    [InlineData("[]")]
    [InlineData("\n\n")]
    public async Task Ingest_FileWithoutRecords_LeavesNothingForAModelToLearn(string content)
    {
        await _porch.IngestAsync("a", Lines(0, 5));
        var commits = await CommitsAsync();
        var lake = await _porch.FingerprintAsync(BlobLayout.Lake);

        var report = await _porch.IngestAsync("b", content);

        (report.Status, report.RecordsRead, report.Warnings.Count).ShouldBe((IntakeStatus.Empty, 0, 1));
        (await CommitsAsync()).ShouldBe(commits);
        (await _porch.FingerprintAsync(BlobLayout.Lake)).ShouldBe(lake);
    }

    private async Task<List<string>> CommitsAsync() =>
        [.. (await _porch.StateAsync(BlobLayout.Ledger)).Keys.Where(name => name.Contains("/content/", StringComparison.Ordinal))];

    private static string Lines(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(i =>
        EventSamples.Json(new Random(i), string.Create(CultureInfo.InvariantCulture, $"e{i}")) + "\n"));
}
