using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Tests.Requirements;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Onnx;
using BundleFunctions.Scoring;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.EndToEnd.Tests.Deep;

/// <summary>A shop whose orders only a network understands, the whole way: from the timer function over tensors, training, ONNX, parity, evaluation and
/// gate to an answer that names the deep model.</summary>
public sealed class DeepShopTests
{
    private const string Network = "causal-transformer";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Training__Deep"] = Network,
        ["Training__MinRows"] = "1000",
        ["Training__Threads"] = "1",
        [$"Training__Config__{Network}"] = """{"dim":32,"length":4,"epochs":40,"patience":20,"dropout":0.0,"learningRate":0.01}""",
    };

    [TrainerFact]
    public async Task Run_OnAShopThatOnlyANetworkUnderstands_TheNetworkWinsAndServes()
    {
        using var directory = new TemporaryDirectory();
        var files = Path.Combine(directory.Path, "files");
        SumShop.WriteTo(files);

        // Its start ends with the timer function RetrainOnSchedule, whose job is a process of its own.
        await using var host = HostProcess.Start(
            Path.Combine(directory.Path, "data"), ["--events", Path.Combine(files, "events"), "--catalogue", Path.Combine(files, "products.ndjson")], Settings);
        var ready = await host.WaitUntilReadyAsync(Limit);
        using var client = new ShopClient(ready);
        var answer = await client.GetProductBundlesAsync("x-1");

        var shop = Identifier.Parse<ShopId>(ready.Shop);
        var blobs = new FolderBlobStore(Path.Combine(directory.Path, "data", "blobs"), TimeProvider.System);
        var served = Identifier.Parse<ModelId>(answer.GetProperty("model").GetString());
        var manifest = (await new ModelReader(blobs).FindManifestAsync(BlobLayout.ModelManifest(shop, served), CancellationToken.None))!;
        manifest.Model.ShouldBe(Network, host.Output);
        manifest.Gate!.Decision.ShouldBe("promote");
        manifest.Metrics[$"{Network}.ndcg@10"].ShouldBeGreaterThan(manifest.Metrics["item-knn.ndcg@10"] + 0.2);
        answer.GetProperty("strategy").GetString().ShouldBe("bundle");

        // The network answers what no pair of products could: 1 + 2 = 3, 3 + 4 = 2 modulo 5.
        var scorer = new SessionScorer(blobs, new OnnxRuntime());
        (await NextAsync(scorer, shop, served, "x-1", "y-2")).ShouldBe("z-3");
        (await NextAsync(scorer, shop, served, "x-3", "y-4")).ShouldBe("z-2");
    }

    private static async Task<string> NextAsync(SessionScorer scorer, ShopId shop, ModelId model, params string[] products)
    {
        SessionStep[] steps = [.. products.Select(product => new SessionStep(Identifier.Parse<ProductId>(product), EventType.View))];
        return (await scorer.ScoreAsync(shop, model, steps, 1, CancellationToken.None))!.Single().Product.Value;
    }
}
