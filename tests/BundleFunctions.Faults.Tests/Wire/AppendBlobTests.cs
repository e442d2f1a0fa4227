using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Wire;

/// <summary>Blobs that others write piece by piece: only what is committed is there.</summary>
[RequiresAzurite]
public sealed class AppendBlobTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly ManualClock Clock = new();

    [ContractFact]
    public async Task Ingest_AppendBlobStillGrowing_TakesWhatIsThereEachTimeAndEachEventOnce()
    {
        var (store, container) = await OpenAsync();
        var log = container.GetAppendBlobClient("growing/log.ndjson");
        await log.CreateAsync();
        for (var appended = 1; appended <= 4; appended++)
        {
            await log.AppendBlockAsync(new MemoryStream(Lines(10 * (appended - 1), 10)));
            var report = await Intake(store).IngestAsync(new(BlobLayout.Events, "growing/log.ndjson"), default);

            (report.Status, report.RecordsRead).ShouldBe((IntakeStatus.Ingested, 10 * appended));
            (await CountAsync(store, "growing")).ShouldBe(10 * appended);
        }
    }

    [ContractFact]
    public async Task Ingest_UncommittedBlocks_AreNotThereUntilTheyAreCommitted()
    {
        var (store, container) = await OpenAsync();
        var blob = container.GetBlockBlobClient("blocks/a.ndjson");
        var id = Convert.ToBase64String("1"u8);
        await blob.StageBlockAsync(id, new MemoryStream(Lines(0, 10)));

        (await Intake(store).IngestAsync(new(BlobLayout.Events, "blocks/a.ndjson"), default)).Status.ShouldBe(IntakeStatus.Missing);
        (await store.ListAsync(BlobLayout.Events, "blocks/", default).CountAsync()).ShouldBe(0);

        await blob.CommitBlockListAsync([id]);
        await blob.StageBlockAsync(Convert.ToBase64String("2"u8), new MemoryStream(Lines(10, 10)));
        (await Intake(store).IngestAsync(new(BlobLayout.Events, "blocks/a.ndjson"), default)).Accepted.ShouldBe(10);
        (await CountAsync(store, "blocks")).ShouldBe(10);
    }

    private async Task<(AzureBlobStore Store, BlobContainerClient Container)> OpenAsync()
    {
        var service = BlobServiceClientFactory.Create(new AzureBlobOptions { ConnectionString = azurite.ConnectionString });
        var container = service.GetBlobContainerClient(BlobLayout.Events);
        await container.CreateIfNotExistsAsync();
        return (new AzureBlobStore(service), container);
    }

    private static EventIntake Intake(AzureBlobStore store) =>
        new(store, new ShopDirectory(store), Porch.Pseudonymizer, new CsvRows(), Clock);

    private static ValueTask<int> CountAsync(AzureBlobStore store, string shop) =>
        new LakeReader(store).ReadAsync(Identifier.Parse<ShopId>(shop), default).CountAsync();

    private static byte[] Lines(int from, int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(from, count).Select(i =>
        EventSamples.Json(new Random(i), string.Create(CultureInfo.InvariantCulture, $"e{i}")) + "\n")));
}
