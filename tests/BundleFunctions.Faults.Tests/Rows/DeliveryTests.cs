using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BundleFunctions.Baskets;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>The same events again, elsewhere, in another order, or from a blob that nobody can read.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly Porch _porch = new(new CsvRows());
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-deliveries-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Ingest_SameEventsInOtherBlobsFormatsAndOrders_GiveTheLakeOfOneBlob()
    {
        var lines = Lines(0, 40);
        await _porch.IngestAsync("a.ndjson", Text(lines));
        var once = FuzzReport.Texts(await _porch.EventsAsync());

        await _porch.IngestAsync("copy.ndjson", Text(lines));
        await _porch.IngestAsync("reversed.ndjson", Text(Enumerable.Reverse(lines)));
        await _porch.IngestAsync("folded.gz", Gzip(Text(lines)));
        await _porch.IngestAsync("array.json", $"[{string.Join(',', lines)}]");
        await _porch.IngestAsync("twice.ndjson", Text(lines.Concat(lines)));

        FuzzReport.Texts(await _porch.EventsAsync()).ShouldBe(once);
        once.Count.ShouldBe(40);
    }

    [Fact]
    public async Task Ingest_SameBlobManyTimesAtOnceIntoAFolder_LeavesTheStateOfOneDelivery()
    {
        async Task<string> DeliverAsync(string name, int times)
        {
            var root = _root.CreateSubdirectory(name).FullName;
            var blobs = new FolderBlobStore(root, _porch.Clock);
            await blobs.PutAsync(Porch.Raw("a"), new MemoryStream(Text(Lines(0, 30).Append("{broken"))), BlobCondition.None, default);
            var reports = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() =>
                new EventIntake(blobs, new ShopDirectory(blobs), Porch.Pseudonymizer, new CsvRows(), _porch.Clock).IngestAsync(Porch.Raw("a"), default))));
            reports.Count(report => report.Status == IntakeStatus.Ingested).ShouldBe(1);
            return JsonSerializer.Serialize(await Processes.KillShop.BytesAsync(root, BlobLayout.Lake, BlobLayout.Rejects));
        }

        (await DeliverAsync("many", 25)).ShouldBe(await DeliverAsync("once", 1));
    }

    [Fact]
    public async Task Ingest_FilesAndLinesInAnyOrder_GiveTheSameEventsAndBaskets()
    {
        // Refunds before their orders, one id with two contents, one event in several files.
        var lines = Lines(0, 60);
        var results = new HashSet<string>(StringComparer.Ordinal);
        for (var order = 0; order < 40; order++)
        {
            var random = new Random(order);
            var files = Enumerable.Range(0, 5).Select(file => lines.Where((_, i) => i % 5 == file || (i + file) % 7 == 0).ToArray()).ToArray();
            files[0] = [.. files[0], lines[1].Replace("\"EUR\"", "\"USD\"", StringComparison.Ordinal)];
            random.Shuffle(files);
            var porch = new Porch(new CsvRows());
            foreach (var file in files)
            {
                random.Shuffle(file);
                await porch.IngestAsync(string.Create(CultureInfo.InvariantCulture, $"{random.Next()}"), Text(file));
            }

            var events = await porch.EventsAsync();
            var baskets = new BasketBuilder();
            events.ForEach(baskets.Add);
            results.Add($"{string.Join('\n', FuzzReport.Texts(events))}\n{JsonSerializer.Serialize(baskets.Build(), JsonSerializerOptions.Web)}");
        }

        results.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reconcile_BlobThatNobodyCanRead_LetsOthersThroughAndComesInAfterAFix()
    {
        await _porch.DropAsync(Porch.Raw("1 poison"), Text(Lines(0, 3)));
        await _porch.DropAsync(Porch.Raw("2 broken.gz"), [0x1F, 0x8B, 8, 0, 1, 2, 3]);
        await _porch.DropAsync(Porch.Raw("3 good"), Text(Lines(10, 3)));
        var poisoned = new PoisonBlobStore(_porch.Blobs, Porch.Raw("1 poison"));

        var first = await _porch.Reconciler(poisoned).ReconcileAsync(default);
        first.Failures.ShouldHaveSingleItem().What.ShouldBe("events/acme/1 poison");
        first.Events.Select(report => report.Status).ShouldBe([IntakeStatus.Refused, IntakeStatus.Ingested]);
        (await _porch.EventsAsync()).Count.ShouldBe(3);

        await _porch.DropAsync(Porch.Raw("2 broken.gz"), Gzip(Text(Lines(20, 3))));
        var second = await _porch.Reconciler().ReconcileAsync(default);
        second.Events.Select(report => report.Accepted).ShouldBe([3, 3]);
        (await _porch.EventsAsync()).Count.ShouldBe(9);
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldBeEmpty();
    }

    private static string[] Lines(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => EventSamples.Json(new Random(i), string.Create(CultureInfo.InvariantCulture, $"e{i}")))];

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Gzip(byte[] text)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return folded.ToArray();
    }
}
