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
    private static readonly BlobName Raw = new(BlobLayout.Events, "shop/events");

    /// <summary>Usage: drop FILE FOLDER. Drops the file as a raw blob, in a process of its own, so that it counts for nothing.</summary>
    public static int Drop(string[] args)
    {
        using var file = File.OpenRead(args[0]);
        new FolderBlobStore(args[1], TimeProvider.System).PutAsync(Raw, file, BlobCondition.None, default).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>Usage: take FOLDER THREADS. Takes the raw blob in; prints the CPU seconds of the whole process, seconds, peak MiB, accepted, duplicate
    /// and refused records, parts and their bytes.</summary>
    public static int Take(string[] args)
    {
        var blobs = new FolderBlobStore(args[0], TimeProvider.System);
        var intake = new EventIntake(
            blobs,
            new ShopDirectory(blobs),
            new Pseudonymizer(new byte[Pseudonymizer.MinKeyLength]),
            new CsvRows(),
            TimeProvider.System);
        var work = new IntakeWork(int.Parse(args[1], CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();
        var report = intake.IngestAsync(Raw, work, default).GetAwaiter().GetResult();
        var (elapsed, seconds) = (watch.Elapsed, Measured.CpuSecondsSoFar());
        var bytes = new DirectoryInfo(Path.Combine(args[0], BlobLayout.Lake)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds:F2}\t{elapsed.TotalSeconds:F2}\t{Measured.PeakMebibytes():F0}\t{report.Accepted}\t{report.Duplicates}\t{report.Rejected.Values.Sum()}\t{report.Parts}\t{bytes}"));
        return report.Status == IntakeStatus.Ingested ? 0 : 1;
    }
}
