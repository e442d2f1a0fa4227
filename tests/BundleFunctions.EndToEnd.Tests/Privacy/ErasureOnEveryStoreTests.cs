using System.Text;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;
using BundleFunctions.Training;
using BundleFunctions.Training.Runs;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.EndToEnd.Tests.Privacy;

/// <summary>An erased person is found nowhere: folder and SQLite, Azurite and the Cosmos stand-in, each with its real adapter.</summary>
[RequiresAzurite]
public sealed class ErasureOnEveryStoreTests
{
    private static readonly string[] Traced =
    [
        BlobLayout.Events, BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Models, BlobLayout.Generations, BlobLayout.Jobs, BlobLayout.Hosts,
    ];

    [Fact]
    public async Task Erase_FolderAndSqlite_LeavesNothing()
    {
        using var directory = new TemporaryDirectory();
        var clock = new ManualClock();
        var file = Path.Combine(directory.Path, "documents.db");
        using var documents = new SqliteDocumentStore(file, clock);

        await CheckAsync(new FolderBlobStore(Path.Combine(directory.Path, "blobs"), clock), documents, clock, () => Rows(file));
    }

    [Fact]
    public async Task Erase_RawFilesKept_LeavesHerInThemAloneAndADenyListThatNamesNobody()
    {
        using var directory = new TemporaryDirectory();
        var clock = new ManualClock();
        using var documents = new SqliteDocumentStore(Path.Combine(directory.Path, "documents.db"), clock);
        var shop = new ErasureShop(new FolderBlobStore(Path.Combine(directory.Path, "blobs"), clock), documents, new CsvRows(), clock);
        await shop.OpenAsync(withCsv: true);

        (await EraseAsync(shop, RawFiles.Keep)).Receipt!.Receipt.Counts.RawFilesKept.ShouldBeGreaterThan(0);

        var left = await shop.ScanBlobsAsync(ErasureShop.Traces);
        left.ShouldNotBeEmpty();
        left.ShouldAllBe(place => place.StartsWith("events/", StringComparison.Ordinal));
        (await shop.Blobs.FindAsync(new BlobName(BlobLayout.Privacy, $"{ErasureShop.Id}/erased.json"), default)).ShouldNotBeNull();
        var events = (await shop.EventsAsync()).Count;

        // What is kept is found again by the next pass over the raw files, and stays out.
        await foreach (var raw in shop.Blobs.ListAsync(BlobLayout.Events, $"{ErasureShop.Id}/", default))
        {
            await using var content = (await shop.Blobs.OpenAsync(raw.Name, default))!;
            using var copy = new MemoryStream();
            await content.Content.CopyToAsync(copy);
            await shop.IngestAsync($"again/{raw.Name.Path.Replace('/', '-')}", copy.ToArray());
        }

        (await shop.EventsAsync()).Count.ShouldBe(events);
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldAllBe(place => place.StartsWith("events/", StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Erase_AzuriteAndCosmos_LeavesNothing()
    {
        var clock = new ManualClock();
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var cosmos = await CosmosStandIn.StartAsync(clock);
        var blobs = new AzureBlobStore(new AzureBlobOptions { ConnectionString = azurite.ConnectionString });
        using var documents = new CosmosDocumentStore(
            new CosmosDocumentOptions { Endpoint = cosmos.Endpoint, Key = CosmosStandIn.Key, Database = "bundles", Container = "bundles", CreateIfMissing = true, Gateway = true },
            clock);

        await CheckAsync(blobs, documents, clock, () => [.. cosmos.Items().Select(item => $"{item.Partition} {item.Id} {item.Content}")]);
    }

    [Fact]
    public async Task Train_AfterAnErasure_CountsAsAShopThatNeverKnewHer()
    {
        var erased = await OpenInMemoryAsync(withAnna: true);
        await EraseAsync(erased.Shop);
        var never = await OpenInMemoryAsync(withAnna: false);

        var (one, other) = (await TrainAndPublishAsync(erased), await TrainAndPublishAsync(never));

        one.Products.ShouldBe(other.Products);
        one.Bundles.ShouldBe(other.Bundles);
        one.Users.ShouldBe(other.Users);
        one.Sha256.ShouldBe(other.Sha256, "the bundles are the same to the last byte");
        one.ModelId.ShouldBe(other.ModelId);
    }

    private static async Task CheckAsync(IBlobStore blobs, IDocumentStore documents, ManualClock clock, Func<List<string>> rows)
    {
        var shop = new ErasureShop(blobs, documents, new CsvRows(), clock);
        await shop.OpenAsync(withCsv: true);
        var before = await shop.ScanBlobsAsync(ErasureShop.Traces);
        foreach (var container in Traced)
        {
            // A scan that cannot see her where she is would find nothing afterwards either.
            before.ShouldContain(place => place.StartsWith($"{container}/", StringComparison.Ordinal), container);
        }

        rows().ShouldContain(row => ErasureShop.Traces.Any(trace => row.Contains(trace, StringComparison.Ordinal)));

        var status = await EraseAsync(shop);

        status.Fault.ShouldBeNull();
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();
        rows().ShouldNotBeEmpty();
        rows().ShouldNotContain(row => ErasureShop.Traces.Any(trace => row.Contains(trace, StringComparison.Ordinal)));
        var receipt = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(status.Receipt, System.Text.Json.JsonSerializerOptions.Web);
        new ReceiptSigner(ErasureShop.Names).Verify(receipt).IsValid.ShouldBeTrue();
    }

    private static async Task<ErasureStatus> EraseAsync(ErasureShop shop, RawFiles raw = RawFiles.Rewrite)
    {
        await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, raw, "test", default);
        return (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem();
    }

    private static List<string> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var names = new List<string>();
        using (var reader = tables.ExecuteReader())
        {
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }
        }

        var rows = new List<string>();
        foreach (var name in names)
        {
            using var select = connection.CreateCommand();
            select.CommandText = $"SELECT * FROM \"{name}\"";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i =>
                    reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i).ToString())));
            }
        }

        return rows;
    }

    private static async Task<(ErasureShop Shop, ManualClock Clock)> OpenInMemoryAsync(bool withAnna)
    {
        var clock = new ManualClock();
        var shop = new ErasureShop(new InMemoryBlobStore(clock), new InMemoryDocumentStore(clock), new CsvRows(), clock);
        await shop.OpenAsync(withAnna, withCsv: true);
        return (shop, clock);
    }

    private static async Task<GenerationManifest> TrainAndPublishAsync((ErasureShop Shop, ManualClock Clock) opened)
    {
        var (shop, clock) = opened;
        clock.Advance(TimeSpan.FromHours(1));
        var model = await new TrainingRun(shop.Blobs, new TrainingOptions(), clock).RunAsync(ErasureShop.Id, new Progress<TrainingProgress>(), default);
        var publisher = new GenerationPublisher(
            shop.Blobs, shop.Documents, new ShopDirectory(shop.Blobs), new Associations.ModelReader(shop.Blobs), new Catalogue.CatalogueReader(shop.Blobs), clock,
            new PublishingOptions { MinShareOfCurrent = 0 });
        var report = await publisher.PublishAsync(BlobLayout.ModelManifest(ErasureShop.Id, model.Model.ModelId), default);
        return report.Manifest.ShouldNotBeNull(report.Reason);
    }
}
