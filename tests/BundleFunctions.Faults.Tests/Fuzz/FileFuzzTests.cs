using System.Globalization;
using System.Text;
using BundleFunctions.Catalogue;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Xunit.Abstractions;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Broken files of every format: each has its report, and nothing that a report does not say.</summary>
public sealed class FileFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Ingest_MutatedFiles_AreReportedWholeAndTheSameAgain()
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Sizes.FuzzFiles; i++)
        {
            var file = FuzzFile.Create(Sizes.Random(i));
            var outcome = file.IsCatalogue ? await CheckProductsAsync(file.Content, i) : await CheckEventsAsync(file.Content, i);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            FuzzReport.MemoryShouldBeFlat($"file {i}");
        }

        output.WriteLine(string.Join('\n', outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
        outcomes.Count.ShouldBeGreaterThan(8, "the mutations reach many outcomes");
    }

    [Theory]
    [InlineData("[", ",", "]")]
    [InlineData("[\n", ",\n", "\n]")]
    public async Task Ingest_ArrayWithOneMutatedElement_IsRefusedWholeOrLosesThatElementAlone(string open, string between, string close)
    {
        var whole = 0;
        for (var i = 0; i < Sizes.FuzzFiles; i++)
        {
            var random = Sizes.Random(-1 - i);
            var good = Enumerable.Range(0, 6).Select(n => EventSamples.Json(random, string.Create(CultureInfo.InvariantCulture, $"good-{n}"))).ToList();
            var bare = Encoding.UTF8.GetBytes(EventSamples.Json(random, "mutant"));
            var mutated = new LineMutator(random).Mutate(bare, Encoding.UTF8.GetBytes(EventSamples.Json(random, "other")));
            byte[] array =
            [
                .. Encoding.UTF8.GetBytes(open + string.Concat(good.Take(3).Select(text => text + between))),
                .. mutated,
                .. Encoding.UTF8.GetBytes(string.Concat(good.Skip(3).Select(text => between + text)) + close),
            ];
            var clean = new Porch(new CsvRows());
            await clean.IngestAsync("good.json", open + string.Join(between, good) + close);
            var porch = new Porch(new CsvRows());
            var report = await porch.IngestAsync("mutated.json", array);

            FuzzReport.ShouldAddUp(report, $"array {i}");
            if (report.Status == IntakeStatus.Refused)
            {
                whole++;
                continue;
            }

            FuzzReport.Texts(await clean.EventsAsync()).Except(FuzzReport.Texts(await porch.EventsAsync()), StringComparer.Ordinal)
                .ShouldBeEmpty($"array {i}: {Encoding.Latin1.GetString(mutated[..Math.Min(mutated.Length, 3000)])}");
        }

        whole.ShouldBeLessThan(Sizes.FuzzFiles);
        output.WriteLine($"{whole} of {Sizes.FuzzFiles} refused whole");
    }

    private static async Task<string> CheckEventsAsync(byte[] content, int i)
    {
        var porch = new Porch(new CsvRows());
        var report = await porch.IngestAsync("f", content);
        var what = $"events {i}, {report.Status}";
        FuzzReport.ShouldAddUp(report, what);
        var events = FuzzReport.Texts(await porch.EventsAsync());
        events.Count.ShouldBe((int)report.Accepted, what);
        (report.Accepted > 0).ShouldBe(report.Status == IntakeStatus.Ingested && events.Count > 0, what);
        var rejects = await porch.RejectsAsync();
        var bad = report.Rejected.Where(code => code.Key != RejectCodes.HeldWithFile).Sum(code => code.Value);
        if (report.Status == IntakeStatus.Refused)
        {
            rejects.ShouldContain(reject => reject.Code == report.Rejected.Keys.Single(), what);
        }
        else
        {
            rejects.Count.ShouldBe((int)bad, what);
        }

        FuzzReport.Note(what, rejects, events);
        var before = await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger);
        var again = await porch.Intake().IngestAsync(Porch.Raw("f"), default);
        FuzzReport.ShouldAddUp(again, what);
        again.Status.ShouldBe(report.Status == IntakeStatus.Ingested ? IntakeStatus.AlreadyIngested : report.Status, what);
        (await porch.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger)).ShouldBe(before, what);
        if (i % 10 == 0)
        {
            var second = new Porch(new CsvRows());
            await second.IngestAsync("f", content);
            (await second.FingerprintAsync(BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger)).ShouldBe(before, what);
        }

        return Outcome("events", report.Status, report.Rejected);
    }

    private static async Task<string> CheckProductsAsync(byte[] content, int i)
    {
        var porch = new Porch(new CsvRows());
        await porch.DropAsync(Porch.RawCatalogue("f"), content);
        var report = await porch.Catalogue().IngestAsync(Porch.RawCatalogue("f"), default);
        var what = $"products {i}, {report.Status}";
        (report.Accepted + report.Duplicates + report.Rejected.Values.Sum()).ShouldBe(report.RecordsRead, what);
        var snapshot = await new CatalogueReader(porch.Blobs).ReadCurrentAsync(Porch.Shop, default);
        (snapshot?.Products.Count ?? 0).ShouldBe((int)report.Accepted, what);
        (await porch.Catalogue().IngestAsync(Porch.RawCatalogue("f"), default)).Status.ShouldBe(
            report.Status == IntakeStatus.Ingested ? IntakeStatus.AlreadyIngested : report.Status, what);
        FuzzReport.Note(what, await porch.RejectsAsync(), [snapshot?.Id ?? ""]);
        return Outcome("products", report.Status, report.Rejected);
    }

    private static string Outcome(string kind, IntakeStatus status, IReadOnlyDictionary<string, long> rejected) =>
        status == IntakeStatus.Refused ? $"{kind} {status} {rejected.Keys.Single()}" : $"{kind} {status}";
}
