using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>Intake on a disk of a few megabytes that is almost full; what it says is one word a line.</summary>
internal static class DiskWork
{
    public static async Task MeetFullDiskAsync(string root)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var blobs = new FolderBlobStore(root, clock);
        await KillShop.DropAsync(blobs);
        var intake = new EventIntake(blobs, new ShopDirectory(blobs), Porch.Pseudonymizer, new CsvRows(), clock);
        await intake.IngestAsync(Porch.Raw("first.ndjson"), default);
        var before = (await KillShop.ReadAsync(root)).Count;

        var room = Fill(root);
        try
        {
            await intake.IngestAsync(Porch.Raw("rows.csv"), default);
            Console.WriteLine("taken in");
        }
        catch (StoreException full)
        {
            Console.WriteLine(full.IsTransient ? "transient" : "refused");
        }

        Console.WriteLine((await KillShop.ReadAsync(root)).Count == before ? "as before" : "changed");
        Console.WriteLine(Directory.GetFiles(Path.Combine(root, ".staging")).Length == 0 ? "clean" : "left over");
        File.Delete(room);
        Console.WriteLine((await intake.IngestAsync(Porch.Raw("rows.csv"), default)).Status);
        Console.WriteLine((await KillShop.ReadAsync(root)).Count - before);
    }

    private static string Fill(string root)
    {
        var file = Path.Combine(root, ".ballast");
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[512]);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            return file;
        }
    }
}
