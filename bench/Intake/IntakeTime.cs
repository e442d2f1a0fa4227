using System.Diagnostics;
using System.Globalization;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.Benchmarks.Intake;

/// <summary>Times intake from a raw blob to a committed lake, in a folder store.</summary>
internal static class IntakeTime
{
    /// <summary>Usage: take FILE FOLDER THREADS. Drops the file, then takes it in; prints CPU seconds, seconds, peak MiB, accepted, duplicate and
    /// refused records, parts and their bytes. Dropping is not counted.</summary>
    public static int Run(string[] args)
    {
        var raw = new BlobName(BlobLayout.Events, "shop/events");
        var blobs = new FolderBlobStore(args[1], TimeProvider.System);
        using (var file = File.OpenRead(args[0]))
        {
            blobs.PutAsync(raw, file, BlobCondition.None, default).GetAwaiter().GetResult();
        }

        var intake = new EventIntake(
            blobs,
            new ShopDirectory(blobs),
            new Pseudonymizer(new byte[Pseudonymizer.MinKeyLength]),
            new CsvRows(),
            TimeProvider.System);
        var work = new IntakeWork(int.Parse(args[2], CultureInfo.InvariantCulture));
        IntakeReport? report = null;
        var watch = Stopwatch.StartNew();
        var seconds = Measured.CpuSeconds(() => report = intake.IngestAsync(raw, work, default).GetAwaiter().GetResult());
        var bytes = new DirectoryInfo(Path.Combine(args[1], BlobLayout.Lake)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds:F2}\t{watch.Elapsed.TotalSeconds:F2}\t{Measured.PeakMebibytes():F0}\t{report!.Accepted}\t{report.Duplicates}\t{report.Rejected.Values.Sum()}\t{report.Parts}\t{bytes}"));
        return report.Status == IntakeStatus.Ingested ? 0 : 1;
    }
}
