using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

[RequiresSmallDisk]
public sealed class FullDiskTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bundles-disk-");

    public void Dispose() => _root.Delete(recursive: true);

    [ContractFact]
    public async Task FolderPut_DiskFull_IsRefusedCleanlyAndGoesOnWhenThereIsRoom()
    {
        using var child = ChildProcess.Start(
            ["fill-disk", _root.FullName],
            "unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size=2m none '{_root.FullName}' && exec \"$@\"", "sh");

        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();

        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["refused", "clean", "writes again"]);
    }
}
