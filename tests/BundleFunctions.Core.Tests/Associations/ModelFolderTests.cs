using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Associations;

public sealed class ModelFolderTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");

    private readonly InMemoryBlobStore _blobs = new();

    [Fact]
    public async Task Write_ThenRead_GivesTheSameLines()
    {
        var lines = Lines("a", "å", "日本", "<&>");
        var manifest = await WriteAsync(lines);

        (await ReadAsync(manifest)).ShouldBe(lines.Select(Show));
        var found = await new ModelReader(_blobs).FindNewestAsync(Shop, CancellationToken.None);
        found!.ModelId.ShouldBe(manifest.ModelId);
        found.Products.ShouldBe(4);
        found.Metrics["hitRate@10"].ShouldBe(0.25);
    }

    [Fact]
    public async Task Write_SameModelLater_GivesTheSameIdAndKeepsTheFirstManifest()
    {
        var first = await WriteAsync(Lines("a", "b"));
        var second = await WriteAsync(Lines("a", "b"), day: 2);

        second.ModelId.ShouldBe(first.ModelId);
        second.TrainedAt.ShouldBe(first.TrainedAt);
    }

    [Fact]
    public async Task Write_OtherLinesOptionsOrCatalogue_GivesAnotherId()
    {
        var ids = new[]
        {
            (await WriteAsync(Lines("a", "b"))).ModelId,
            (await WriteAsync(Lines("a", "c"))).ModelId,
            (await WriteAsync(Lines("a", "b"), options: "k=3")).ModelId,
            (await WriteAsync(Lines("a", "b"), snapshot: "snapshots/demo/s.ndjson.gz")).ModelId,
        };

        ids.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task ReadFile_OneOfTheOthers_IsWholeOrRefused()
    {
        await using var extra = await StagedFile.WriteAsync(
            ModelFiles.Arrays, async stream => await stream.WriteAsync("learned"u8.ToArray()), CancellationToken.None);
        await using var lines = await StagedAssociations.WriteAsync(Lines("a"), CancellationToken.None);
        var draft = new ModelDraft(Shop, "ease", DateTimeOffset.UnixEpoch, null, "k=2", new ModelMetrics(10, 1, null, []))
        {
            Gate = new GateRecord("promote", "popularity", "ease", ["better"]),
        };
        var manifest = await new ModelWriter(_blobs).WriteAsync(draft, lines, [extra], CancellationToken.None);
        var reader = new ModelReader(_blobs);

        var found = await reader.FindNewestAsync(Shop, CancellationToken.None);
        found!.Gate!.Reasons.ShouldBe(["better"]);
        (found.Gate.Champion, found.Options).ShouldBe(("popularity", "k=2"));
        Encoding.UTF8.GetString((await reader.ReadFileAsync(found, ModelFiles.Arrays, CancellationToken.None)).ToArray()).ShouldBe("learned");
        (await Should.ThrowAsync<InvalidModelException>(() => reader.ReadFileAsync(found, "other.bin", CancellationToken.None)))
            .Message.ShouldContain("names no other.bin");

        var blob = BlobLayout.ModelFile(Shop, manifest.ModelId, ModelFiles.Arrays);
        await _blobs.PutAsync(blob, new MemoryStream("leaRned"u8.ToArray()), BlobCondition.None, CancellationToken.None);
        (await Should.ThrowAsync<InvalidModelException>(() => reader.ReadFileAsync(found, ModelFiles.Arrays, CancellationToken.None)))
            .Message.ShouldContain("SHA-256");
    }

    [Fact]
    public async Task FindNewest_SeveralModels_TakesTheLastTrained()
    {
        await WriteAsync(Lines("a"), day: 5);
        var newest = await WriteAsync(Lines("b"), day: 7);
        await WriteAsync(Lines("c"), day: 6);

        (await new ModelReader(_blobs).FindNewestAsync(Shop, CancellationToken.None))!.ModelId.ShouldBe(newest.ModelId);
    }

    [Fact]
    public async Task FindNewest_FolderWithoutManifest_IsNotSeen()
    {
        var manifest = await WriteAsync(Lines("a"));
        await _blobs.DeleteAsync(BlobLayout.ModelManifest(Shop, manifest.ModelId), ifMatch: null, CancellationToken.None);

        (await new ModelReader(_blobs).FindNewestAsync(Shop, CancellationToken.None)).ShouldBeNull();
        (await WriteAsync(Lines("a"))).ModelId.ShouldBe(manifest.ModelId);
    }

    [Fact]
    public async Task Read_EveryByteChangedInTurn_IsNoticed()
    {
        var manifest = await WriteAsync(Lines("a", "b", "c"));
        var name = BlobLayout.ModelFile(Shop, manifest.ModelId, ModelFiles.Associations);
        var bytes = await BytesAsync(name);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x10;
            await PutAsync(name, changed);
            await Should.ThrowAsync<InvalidModelException>(() => ReadAsync(manifest), $"byte {i}");
        }

        await PutAsync(name, bytes[..^5]);
        (await Should.ThrowAsync<InvalidModelException>(() => ReadAsync(manifest))).Message.ShouldContain("its manifest says");
        await _blobs.DeleteAsync(name, ifMatch: null, CancellationToken.None);
        (await Should.ThrowAsync<InvalidModelException>(() => ReadAsync(manifest))).Message.ShouldContain("is missing");
    }

    [Fact]
    public async Task FindElasticities_WrittenWithTheModel_AreReadBackAndNoticeEveryChange()
    {
        var table = new ElasticityTable
        {
            Days = 90,
            Shop = new ElasticityLevel(-2.5, 0.9, 2),
            Categories = new(StringComparer.Ordinal) { ["Cameras/Compact"] = new ElasticityLevel(-3.1, 0.4, 2) },
            Products = new() { [Id("a")] = new ProductDemand(1.5, 4, -3.2, 0.2), [Id("日本")] = new ProductDemand(0.1, 1) },
        };
        var plain = await WriteAsync(Lines("a"));
        var manifest = await WriteAsync(Lines("a"), elasticities: table);

        manifest.ModelId.ShouldNotBe(plain.ModelId);
        var reader = new ModelReader(_blobs);
        (await reader.FindElasticitiesAsync(plain, CancellationToken.None)).ShouldBeNull();
        var read = (await reader.FindElasticitiesAsync(manifest, CancellationToken.None))!;
        (read.Days, read.Shop).ShouldBe((90, table.Shop));
        read.Categories.ShouldBe(table.Categories);
        read.Products.ShouldBe(table.Products);

        var name = BlobLayout.ModelFile(Shop, manifest.ModelId, ModelFiles.Elasticities);
        var bytes = await BytesAsync(name);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x10;
            await PutAsync(name, changed);
            await Should.ThrowAsync<InvalidModelException>(() => reader.FindElasticitiesAsync(manifest, CancellationToken.None), $"byte {i}");
        }

        await _blobs.DeleteAsync(name, ifMatch: null, CancellationToken.None);
        (await Should.ThrowAsync<InvalidModelException>(() => reader.FindElasticitiesAsync(manifest, CancellationToken.None))).Message.ShouldContain("is missing");
    }

    [Theory]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 99", "format version 99")]
    [InlineData("\"formatVersion\": 1", "\"version\": 1", "no formatVersion")]
    [InlineData("\"shop\": \"demo\"", "\"shop\": \"other\"", "shop other")]
    [InlineData("\"totalOrders\": 9,", "", "not a model manifest")]
    [InlineData("{", "[", "not a model manifest")]
    public async Task FindManifest_NotWhatItShouldBe_SaysWhat(string from, string to, string expected)
    {
        var manifest = await WriteAsync(Lines("a"));
        var name = BlobLayout.ModelManifest(Shop, manifest.ModelId);
        var text = Encoding.UTF8.GetString(await BytesAsync(name));
        text.ShouldContain(from);
        await PutAsync(name, Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));

        var error = await Should.ThrowAsync<InvalidModelException>(() => new ModelReader(_blobs).FindManifestAsync(name, CancellationToken.None));
        error.Message.ShouldContain(expected);
        error.Message.ShouldContain(name.ToString());

        // It keeps nobody from the others.
        var other = await WriteAsync(Lines("b"));
        (await new ModelReader(_blobs).ListAsync(Shop, CancellationToken.None).ToListAsync()).Select(model => model.ModelId).ShouldBe([other.ModelId]);
    }

    [Fact]
    public async Task Stage_ProductsOutOfOrder_IsRefused() =>
        (await Should.ThrowAsync<ArgumentException>(() => StagedAssociations.WriteAsync(Lines("b", "a"), CancellationToken.None)))
            .Message.ShouldContain("'a' stands after 'b'");

    private static ProductAssociations[] Lines(params string[] products) =>
    [
        .. products.Select(product => new ProductAssociations(
            Id(product), 3, [new Neighbour(Id($"{product}2"), 4, 2)], [new AssociatedSet([Id("x"), Id("y")], 2, 3)])),
    ];

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);

    private static string Show(ProductAssociations line) =>
        $"{line.Product} {line.Orders} {string.Join(',', line.Neighbours)} {string.Join(',', line.Sets.Select(set => $"{string.Join('+', set.Rest)} {set.Orders} {set.RestOrders}"))}";

    private async Task<ModelManifest> WriteAsync(ProductAssociations[] lines, int day = 1, string options = "", string? snapshot = null, ElasticityTable? elasticities = null)
    {
        Array.Sort(lines, (a, b) => a.Product.CompareTo(b.Product));
        var metrics = new ModelMetrics(9, lines.Length, null, new(StringComparer.Ordinal) { ["hitRate@10"] = 0.25 });
        var draft = new ModelDraft(Shop, "co-occurrence", new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero), snapshot, options, metrics, elasticities);
        await using var staged = await StagedAssociations.WriteAsync(lines, CancellationToken.None);
        return await new ModelWriter(_blobs).WriteAsync(draft, staged, [], CancellationToken.None);
    }

    private async Task<List<string>> ReadAsync(ModelManifest manifest)
    {
        var lines = new List<string>();
        await foreach (var line in new ModelReader(_blobs).ReadAssociationsAsync(manifest, CancellationToken.None))
        {
            lines.Add(Show(line));
        }

        return lines;
    }

    private async Task<byte[]> BytesAsync(BlobName name)
    {
        await using var blob = await _blobs.OpenAsync(name, CancellationToken.None);
        using var buffer = new MemoryStream();
        await blob!.Content.CopyToAsync(buffer);
        return buffer.ToArray();
    }

    private Task PutAsync(BlobName name, byte[] bytes) => _blobs.PutAsync(name, new MemoryStream(bytes), BlobCondition.None, CancellationToken.None);
}
