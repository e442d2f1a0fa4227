using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Catalogue;

/// <summary>Full and incremental loads, staging, versions and going back.</summary>
public sealed class CatalogueLoadTests
{
    private readonly Porch _porch = new(new JsonOnly());

    private CatalogueVersions Versions => new(_porch.Blobs, _porch.Clock);

    [Fact]
    public async Task Ingest_FullLoad_RetiresWhatItDoesNotName()
    {
        await _porch.IngestCatalogueAsync("a.ndjson", Products("a=1", "b=1"));
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));

        var report = await _porch.IngestCatalogueAsync("b_full.ndjson", Products("b=2", "c=3"));

        (report.Status, report.IsFull).ShouldBe((IntakeStatus.Ingested, true));
        report.Changes!.ShouldSatisfyAllConditions(
            c => (c.Before, c.After, c.Added, c.Retired, c.Repriced, c.Changed).ShouldBe((2, 2, 1, 1, 1, 1)),
            c => c.Samples["retired"].ShouldBe([Identifier.Parse<ProductId>("a")]));
        (await PricesAsync()).ShouldBe("b=2 c=3");
    }

    [Theory]
    [InlineData("x_full.ndjson", true)]
    [InlineData("x_FULL.ndjson.gz", true)]
    [InlineData("_full/2026/x.csv", true)]
    [InlineData("full.csv", false)]
    [InlineData("x_fully.csv", false)]
    [InlineData("x_full/y.csv", false)]
    public async Task Ingest_FileNames_TellFullLoadsByTheMarkerAlone(string name, bool isFull) =>
        (await _porch.IngestCatalogueAsync(name, Products("a=1"))).IsFull.ShouldBe(isFull);

    [Fact]
    public async Task Ingest_FullAndIncrementalFilesInAnyOrder_GiveTheSameCatalogue()
    {
        (string Name, string Text)[] files =
        [
            ("0.ndjson", Products("a=1", "b=1", "c=1")),
            ("1_full.ndjson", Products("a=2", "b=2")),
            ("2.ndjson", Products("b=3", "d=3")),
            ("3_full.ndjson", Products("b=4", "d=4", "e=4")),
            ("4.ndjson", Products("a=5")),
        ];
        var results = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in Permutations([0, 1, 2, 3, 4]))
        {
            var porch = new Porch(new JsonOnly());
            foreach (var (name, text) in files)
            {
                await porch.DropAsync(Porch.RawCatalogue(name), text);
                porch.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            foreach (var i in order)
            {
                await porch.Catalogue().IngestAsync(Porch.RawCatalogue(files[i].Name), default);
            }

            results.Add(await PricesAsync(porch));
        }

        results.ShouldBe(["a=5 b=4 d=4 e=4"]);
    }

    [Fact]
    public async Task Ingest_FullLoadThatLostLines_WaitsForItMayDropWhatStoodInThem()
    {
        await _porch.IngestCatalogueAsync("a.ndjson", Products("a=1", "b=1"));
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));

        var report = await _porch.IngestCatalogueAsync("b_full.ndjson", Products("a=2") + "{broken");

        report.Status.ShouldBe(IntakeStatus.Staged);
        (await PricesAsync()).ShouldBe("a=1 b=1");
    }

    [Fact]
    public async Task Promote_AfterOtherFilesCameIn_KeepsTheNewerWordOfBoth()
    {
        await _porch.IngestCatalogueAsync("a.ndjson", Products("a=1", "b=1", "c=1"));
        await _porch.SaveSettingsAsync(new ShopSettings { StageCatalogue = true });
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _porch.IngestCatalogueAsync("b_full.ndjson", Products("a=2", "b=2"))).Status.ShouldBe(IntakeStatus.Staged);
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("c.ndjson", Products("d=3"));
        await _porch.SaveSettingsAsync(new ShopSettings());
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("d.ndjson", Products("b=4"));

        var staged = await Versions.FindStagedAsync(Porch.Shop, default);
        (await PricesAsync()).ShouldBe("a=1 b=4 c=1");
        var changes = await Versions.PromoteAsync(Porch.Shop, default);

        (await PricesAsync()).ShouldBe("a=2 b=4 d=3");
        (staged!.Changes.Added, staged.Changes.Retired, staged.Changes.Changed).ShouldBe((changes!.Added, changes.Retired, changes.Changed));
        (await Versions.PromoteAsync(Porch.Shop, default)).ShouldBeNull();
        (await Versions.DiscardAsync(Porch.Shop, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Switch_ToAnEarlierVersion_CountsUntilTheNextFile()
    {
        await _porch.IngestCatalogueAsync("a.ndjson", Products("a=1"));
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("b.ndjson", Products("a=2", "b=2"));
        var versions = await Versions.ListAsync(Porch.Shop, default);

        await Versions.SwitchAsync(Porch.Shop, versions[1].SnapshotId, default);
        var back = await PricesAsync();
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("c.ndjson", Products("c=3"));

        versions.Select(version => (version.Products, version.IsCurrent)).ShouldBe([(2, true), (1, false)]);
        back.ShouldBe("a=1");
        (await PricesAsync()).ShouldBe("a=1 c=3");
        await Should.ThrowAsync<InvalidDataException>(() => Versions.SwitchAsync(Porch.Shop, "nothing", default));
    }

    [Fact]
    public async Task Report_OfProductsWithoutCostOrStock_TellsWhatThatMeans()
    {
        var report = await _porch.IngestCatalogueAsync("a.ndjson", """
            {"productId":"a","title":"A","price":1,"cost":2,"stock":3,"categories":["X"],"groupId":"g"}
            {"productId":"b","title":"B","price":1,"groupId":"g","availableFrom":"2026-01-01T00:00:00Z"}
            """);

        report.Counts.ShouldBe(new ProductCounts(2, 1, 1, 1, 0, 0, 0, 1, 0, 1, 1));
        report.Warnings.ShouldSatisfyAllConditions(
            w => w.ShouldContain(text => text.StartsWith("1 of 2 products have no cost", StringComparison.Ordinal)),
            w => w.ShouldContain(text => text.StartsWith("1 of 2 products have no stock", StringComparison.Ordinal)),
            w => w.ShouldContain(text => text.StartsWith("1 of 2 products cost more", StringComparison.Ordinal)));
    }

    private static string Products(params string[] prices) => string.Concat(prices.Select(price => price.Split('=')).Select(pair =>
        $$"""{"productId":"{{pair[0]}}","title":"T","price":{{pair[1]}}}""" + "\n"));

    private Task<string> PricesAsync() => PricesAsync(_porch);

    private static async Task<string> PricesAsync(Porch porch) => string.Join(
        ' ', (await new CatalogueReader(porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products.Select(p => $"{p.ProductId}={p.Price}"));

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
