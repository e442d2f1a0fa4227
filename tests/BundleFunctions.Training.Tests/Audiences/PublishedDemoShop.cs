using BundleFunctions.Associations;
using BundleFunctions.Audiences;
using BundleFunctions.Bundling;
using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using BundleFunctions.Publishing;
using BundleFunctions.Segments;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using BundleFunctions.Training.Audiences;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Segments;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>The demo shop with its planted pairs published as bundles of two, and with segments and responses learned, but without the contest of models.</summary>
public sealed class PublishedDemoShop
{
    private readonly Lazy<Task> _published;

    public PublishedDemoShop() => _published = new(PublishAsync);

    public DemoShopLake Lake { get; } = new();

    public GenerationId Generation { get; private set; }

    public IReadOnlyDictionary<BundleId, IReadOnlyList<ProductId>> Bundles { get; private set; } = new Dictionary<BundleId, IReadOnlyList<ProductId>>();

    public async Task<Porch> OpenAsync()
    {
        await _published.Value;
        return await Lake.PorchAsync();
    }

    private async Task PublishAsync()
    {
        var porch = await Lake.PorchAsync();
        var (blobs, cut) = (porch.Blobs, Lake.End.AddDays(-ResponseModel.Days));
        await porch.SaveSettingsAsync(new ShopSettings { Bundling = new BundlingOptions { MaxItems = 2 } });
        var catalogue = await Lake.CatalogueAsync();
        var (baskets, earlier) = await Lake.ReadAsync(cut);
        var (_, profiles) = await Lake.ReadAsync(Lake.End);
        var segments = new SegmentLearner(new SegmentOptions()).Learn(profiles, null, new TrainingContext(2, 7), default).ShouldNotBeNull();
        var response = new ResponseLearner(7).Learn(earlier, baskets, cut, catalogue, default).ShouldNotBeNull();
        await using var people = await StageAsync(ModelFiles.Profiles, stream => ProfileFiles.Write(profiles, stream));
        await using var groups = await StageAsync(ModelFiles.Segments, stream => SegmentFiles.Write(segments, stream));
        await using var answers = await StageAsync(ModelFiles.Response, stream => ResponseFiles.Write(response, stream));

        var counts = baskets.SelectMany(basket => basket.Products).GroupBy(product => product).ToDictionary(group => group.Key, group => group.Count());
        ProductAssociations[] lines =
        [
            .. Lake.Shop.Truth.Bundles.Select(bundle => (bundle.Anchor, Other: bundle.Members[0].ProductId)).DistinctBy(pair => pair.Anchor).OrderBy(pair => pair.Anchor)
                .Select(pair => new ProductAssociations(
                    pair.Anchor,
                    counts[pair.Anchor],
                    [new(pair.Other, counts[pair.Other], baskets.Count(basket => basket.Products.Contains(pair.Anchor) && basket.Products.Contains(pair.Other)))],
                    [])),
        ];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        var draft = new ModelDraft(Porch.Shop, "planted", Lake.End, null, "options", new ModelMetrics(baskets.Count, lines.Length, null, []));
        var model = await new ModelWriter(blobs).WriteAsync(draft, staged, [people, groups, answers], default);
        var publisher = new GenerationPublisher(
            blobs, new InMemoryDocumentStore(), new ShopDirectory(blobs), new ModelReader(blobs), new CatalogueReader(blobs), porch.Clock, new PublishingOptions());
        Generation = (await publisher.PublishAsync(BlobLayout.ModelManifest(Porch.Shop, model.ModelId), default)).Manifest!.Generation;
        Bundles = (await new CurrentBundles(blobs).ReadAsync(Porch.Shop, default).ToListAsync())
            .ToDictionary(bundle => bundle.BundleId, bundle => (IReadOnlyList<ProductId>)[.. bundle.Items.Select(item => item.ProductId)]);
        Bundles.Values.ShouldAllBe(products => products.Count == 2);
    }

    private static Task<StagedFile> StageAsync(string name, Action<Stream> write) => StagedFile.WriteAsync(
        name,
        stream =>
        {
            write(stream);
            return Task.CompletedTask;
        },
        default);
}
