using BundleFunctions.Faults.Tests.Processes;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>A disk that is full, and one that may not be written to.</summary>
[RequiresSmallDisk]
public sealed class DiskTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-disk-");

    public void Dispose() => _root.Delete(recursive: true);

    [ContractFact]
    public async Task Ingest_DiskFull_FailsCleanlyAndComesInWhenThereIsRoom()
    {
        var (_, said) = await ChildProcess.RunAsync(
            ["full-disk", _root.FullName],
            launcher: ["unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size=1m none '{_root.FullName}' && exec \"$@\"", "sh"]);

        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["refused", "as before", "clean", "Ingested", "20"]);
    }

    [Fact]
    public async Task Ingest_NowhereToStage_FailsCleanlyAndComesInWhenThereIs()
    {
        var clock = new ManualClock();
        var blobs = new FolderBlobStore(_root.FullName, clock);
        await KillShop.DropAsync(blobs);
        var intake = new EventIntake(blobs, new ShopDirectory(blobs), Porch.Pseudonymizer, new CsvRows(), clock);
        await intake.IngestAsync(Porch.Raw("first.ndjson"), default);
        var staging = Path.Combine(_root.FullName, ".staging");
        Directory.Delete(staging, recursive: true);
        await File.WriteAllTextAsync(staging, "in the way");

        await Should.ThrowAsync<StoreException>(() => intake.IngestAsync(Porch.Raw("rows.csv"), default));
        (await KillShop.CountAsync(_root.FullName)).ShouldBe(40);

        File.Delete(staging);
        (await intake.IngestAsync(Porch.Raw("rows.csv"), default)).Accepted.ShouldBe(20);
    }
}
