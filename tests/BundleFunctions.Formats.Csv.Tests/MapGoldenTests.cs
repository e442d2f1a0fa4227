using BundleFunctions.Catalogue;
using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>Every map that comes with the product, on a file as its system writes it: what must come out stands beside it, written by hand.</summary>
public sealed class MapGoldenTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "tests", "BundleFunctions.Formats.Csv.Tests", "Golden");

    public static TheoryData<string> EventMaps => new(ImportMaps.Names);

    public static TheoryData<string> ProductMaps => new(CatalogueMaps.Names);

    [Theory]
    [MemberData(nameof(EventMaps))]
    public async Task Ingest_FileOfAnotherSystem_GivesTheGoldenEvents(string map)
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { EventMap = map });

        var report = await porch.IngestAsync("a", await File.ReadAllBytesAsync(Input("events", map)));

        var text = new GoldenText();
        var lines = (await porch.EventsAsync()).OrderBy(e => e.OccurredAt).ThenBy(e => e.Items.Count > 0 ? e.Items[0].ProductId.Value : "", StringComparer.Ordinal)
            .Select(text.Of)
            .Concat((await porch.RejectsAsync()).OrderBy(r => r.Line).Select(GoldenText.Of))
            .ToList();
        var listed = (await porch.RejectsAsync()).GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        lines.AddRange(report.Rejected.Where(pair => !listed.ContainsKey(pair.Key)).Select(pair => $"- {pair.Key} {pair.Value}"));
        lines.ShouldBe(Wanted("events", map));
        (report.Accepted + report.Duplicates + report.Rejected.Values.Sum()).ShouldBe(report.RecordsRead);
    }

    [Theory]
    [MemberData(nameof(ProductMaps))]
    public async Task Ingest_CatalogueOfAnotherSystem_GivesTheGoldenProducts(string map)
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { CatalogueMap = map });

        await porch.IngestCatalogueAsync("a", await File.ReadAllTextAsync(Input("catalogue", map)));

        (await new CatalogueReader(porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products.Select(GoldenText.Of)
            .Concat((await porch.RejectsAsync()).OrderBy(r => r.Line).Select(GoldenText.Of))
            .ToList().ShouldBe(Wanted("catalogue", map));
    }

    private static string Input(string kind, string map) => Directory.GetFiles(Path.Combine(Folder, kind), $"{map}.in.*").Single();

    private static string[] Wanted(string kind, string map) =>
        File.ReadAllLines(Path.Combine(Folder, kind, $"{map}.out.txt"));
}
