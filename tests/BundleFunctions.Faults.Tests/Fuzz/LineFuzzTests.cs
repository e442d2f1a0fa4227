using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Xunit.Abstractions;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Broken lines among good ones: each costs itself only.</summary>
public sealed class LineFuzzTests(ITestOutputHelper output)
{
    private const int BatchLines = 1000;
    private static readonly string[] NotJson = [RejectCodes.MalformedJson, RejectCodes.NotUtf8, RejectCodes.JsonTooDeep, RejectCodes.NotAnObject];

    [Fact]
    public async Task Ingest_MutatedJsonLines_LoseNoGoodLineAndAddUp()
    {
        var (mutated, refused) = (0L, 0L);
        for (var batch = 0; mutated < Sizes.FuzzLines * 2L / 3; batch++)
        {
            var lines = new FuzzLines(Sizes.Random(batch), BatchLines, EventSamples.Json, "", quotesAreRare: false);
            refused += await CheckAsync(lines, $"json {batch}", again: batch % 10 == 0);
            mutated += lines.Mutated;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutated} mutated lines, {refused} refused, {GC.GetTotalMemory(false) >> 20} MiB"));
    }

    [Fact]
    public async Task Ingest_MutatedCsvRows_LoseNoGoodRowAndAddUp()
    {
        var (mutated, refused) = (0L, 0L);
        for (var batch = 0; mutated < Sizes.FuzzLines / 3; batch++)
        {
            var lines = new FuzzLines(
                Sizes.Random(-1 - batch), BatchLines, EventSamples.Row, EventSamples.Header + "\n", quotesAreRare: true);
            refused += await CheckAsync(lines, $"csv {batch}", again: batch % 10 == 0);
            mutated += lines.Mutated;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutated} mutated rows, {refused} refused, {GC.GetTotalMemory(false) >> 20} MiB"));
    }

    private static async Task<long> CheckAsync(FuzzLines lines, string what, bool again)
    {
        var clean = await OpenAsync();
        await clean.IngestAsync("good", lines.GoodFile);
        var good = FuzzReport.Texts(await clean.EventsAsync());
        good.Count.ShouldBe(lines.Good, what);

        var porch = await OpenAsync();
        var report = await porch.IngestAsync("mutated", lines.File);
        FuzzReport.ShouldAddUp(report, what);
        report.Status.ShouldBe(IntakeStatus.Ingested, what);
        var rejects = await porch.RejectsAsync();
        rejects.Count.ShouldBe((int)report.Rejected.Values.Sum(), what);
        var events = FuzzReport.Texts(await porch.EventsAsync());
        events.Count.ShouldBe((int)report.Accepted, what);
        good.Except(events, StringComparer.Ordinal).ShouldBeEmpty(what);
        if (lines.IsJson)
        {
            JudgeJson(lines, report, rejects, what);
        }

        FuzzReport.MemoryShouldBeFlat(what);
        FuzzReport.Note(what, rejects, events);
        if (again)
        {
            var second = await OpenAsync();
            await second.IngestAsync("mutated", lines.File);
            (await second.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects)).ShouldBe(
                await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects), what);
        }

        return report.Rejected.Values.Sum();
    }

    // An independent parser's word on every line: what is no JSON object is never accepted, and what is one is never called broken JSON.
    private static void JudgeJson(FuzzLines lines, IntakeReport report, List<Rejection> rejects, string what)
    {
        var codes = rejects.ToDictionary(reject => reject.Line, reject => reject.Code);
        var (number, records) = (0L, 0L);
        foreach (var line in lines.Split())
        {
            number++;
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            records++;
            var code = codes.GetValueOrDefault(number);
            if (code is null || Array.IndexOf(NotJson, code) >= 0)
            {
                IsObject(line).ShouldBe(code is null, $"{what}, line {number}, {code}: {Encoding.Latin1.GetString(line.Span[..Math.Min(line.Length, 2000)])}");
            }
        }

        records.ShouldBe(report.RecordsRead, what);
    }

    private static bool IsObject(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = IntakeLimits.JsonDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object && Utf8.IsValid(line.Span) && line.Length <= IntakeLimits.RecordBytes;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<Porch> OpenAsync()
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { MaxRejectShare = 1 });
        return porch;
    }
}
