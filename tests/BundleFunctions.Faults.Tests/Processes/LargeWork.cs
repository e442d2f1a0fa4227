using System.Globalization;
using System.Text;
using BundleFunctions.Faults.Tests.Fuzz;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Storage.Local;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>What a process of little memory reads; what it says is one line.</summary>
internal static class LargeWork
{
    private const int PieceBytes = 1024 * 1024;
    private const int LinesOfPiece = 4000;

    /// <summary>Two good records with one of many megabytes between them: NDJSON, an array, CSV, or a file that is one such line alone.</summary>
    public static async Task ReadLongLineAsync(string format, int megabytes)
    {
        var random = new Random(1);
        var (before, after) = format switch
        {
            "ndjson" => ($"{EventSamples.Json(random, "a")}\n{{\"x\":\"", $"\n{EventSamples.Json(random, "b")}\n"),
            "array" => ($"[{EventSamples.Json(random, "a")},\n{{\"x\":\"", $"\"}},\n{EventSamples.Json(random, "b")}]"),
            "csv" => ($"{EventSamples.Header}\n{EventSamples.Row(random, "a")}\n", $"\n{EventSamples.Row(random, "b")}\n"),
            _ => ("{", ""),
        };
        var filler = new byte[PieceBytes];
        Array.Fill(filler, (byte)'x');
        var porch = new Porch(new CsvRows());
        var blobs = new MadeBlobStore(porch.Blobs, Porch.Raw("long"), () =>
            [Encoding.UTF8.GetBytes(before), .. Enumerable.Repeat(filler, megabytes), Encoding.UTF8.GetBytes(after)]);
        var report = await porch.Intake(blobs).IngestAsync(Porch.Raw("long"), default);
        Say(report);
    }

    /// <summary>A file of so many megabytes of events, all different, over four months.</summary>
    public static async Task ReadLargeFileAsync(string root, int megabytes)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var blobs = new MadeBlobStore(new FolderBlobStore(root, clock), Porch.Raw("large"), () => Lines(megabytes));
        var porch = new Porch(new CsvRows());
        var report = await porch.Intake(blobs).IngestAsync(Porch.Raw("large"), default);
        Say(report);
    }

    private static void Say(IntakeReport report) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Status} {report.RecordsRead} {report.Accepted} {string.Join(',', report.Rejected.Select(code => $"{code.Key}={code.Value}"))}"));

    private static IEnumerable<byte[]> Lines(int megabytes)
    {
        var start = new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);
        var made = 0L;
        for (var number = 0; made < megabytes * 1024L * 1024; number += LinesOfPiece)
        {
            var text = new StringBuilder();
            for (var i = number; i < number + LinesOfPiece; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""{"eventId":"e{{i}}","type":"view","occurredAt":"{{start.AddSeconds(i % 10_000_000):yyyy-MM-dd'T'HH:mm:ss'Z'}}","userId":"user-{{i % 100_000}}","sessionId":"s{{i / 7}}","items":[{"productId":"p{{i % 20_011}}","quantity":1,"unitPrice":{{i % 97}}.90}],"channel":"web"}""").Append('\n');
            }

            var piece = Encoding.UTF8.GetBytes(text.ToString());
            made += piece.Length;
            yield return piece;
        }
    }
}
