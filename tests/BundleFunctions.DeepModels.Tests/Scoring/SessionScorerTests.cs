using BundleFunctions.Associations;
using BundleFunctions.DeepModels.Tests.Folders;
using BundleFunctions.DeepModels.Tests.Requirements;
using BundleFunctions.Onnx;
using BundleFunctions.Ports;
using BundleFunctions.Scoring;
using BundleFunctions.Testing;

namespace BundleFunctions.DeepModels.Tests.Scoring;

/// <summary>A session is answered by the network in the model's folder, and by nothing where there is none.</summary>
public sealed class SessionScorerTests
{
    private const int Items = 5;

    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly ProductId[] Products = [.. Enumerable.Range(0, Items).Select(item => Identifier.Parse<ProductId>($"p-{item}"))];

    private readonly InMemoryBlobStore _blobs = new(new ManualClock());

    [OnnxFact]
    public async Task Score_KnownSession_NamesTheSuccessorFirstAndNothingOfTheSession()
    {
        var model = await WriteAsync(withNetwork: true);

        var answer = await ScoreAsync(model, limit: 10, Look("p-1"), Look("unknown"), Look("p-2"));

        answer!.Select(product => product.Product.Value).ShouldBe(["p-3", "p-0", "p-4"]);
        (await ScoreAsync(model, limit: 1, Look("p-4")))!.Single().Product.Value.ShouldBe("p-0");
    }

    [OnnxFact]
    public async Task Score_NothingKnown_IsEmpty() =>
        (await ScoreAsync(await WriteAsync(withNetwork: true), limit: 10, Look("unknown"))).ShouldBeEmpty();

    [OnnxFact]
    public async Task Score_ModelWithoutNetwork_IsNull() =>
        (await ScoreAsync(await WriteAsync(withNetwork: false), limit: 10, Look("p-1"))).ShouldBeNull();

    [OnnxFact]
    public async Task Score_CardOfAnotherNetwork_IsRefusedEachTime()
    {
        var model = await WriteAsync(withNetwork: true, cardLength: 9);
        var scorer = new SessionScorer(_blobs, new OnnxRuntime());
        for (var i = 0; i < 2; i++)
        {
            (await Should.ThrowAsync<InvalidModelException>(() => scorer.ScoreAsync(Shop, model, [Look("p-1")], 5, CancellationToken.None).AsTask()))
                .Message.ShouldContain("of 9 steps");
        }
    }

    [OnnxFact]
    public async Task Score_ManyAtOnce_AnswersEachItsOwn()
    {
        var model = await WriteAsync(withNetwork: true);
        var scorer = new SessionScorer(_blobs, new OnnxRuntime());

        await Parallel.ForAsync(0, 500, async (i, token) =>
            (await scorer.ScoreAsync(Shop, model, [Look($"p-{i % Items}")], 1, token))!.Single().Product.Value.ShouldBe($"p-{(i + 1) % Items}"));
    }

    [Fact]
    public async Task Score_RuntimeAbsent_IsNull() =>
        (await new SessionScorer(_blobs, new Absent()).ScoreAsync(Shop, await WriteAsync(withNetwork: true), [Look("p-1")], 5, CancellationToken.None)).ShouldBeNull();

    private static SessionStep Look(string product) => new(Identifier.Parse<ProductId>(product), EventType.View);

    private ValueTask<IReadOnlyList<ScoredProduct>?> ScoreAsync(ModelId model, int limit, params SessionStep[] session) =>
        new SessionScorer(_blobs, new OnnxRuntime()).ScoreAsync(Shop, model, session, limit, CancellationToken.None);

    private async Task<ModelId> WriteAsync(bool withNetwork, int cardLength = 3)
    {
        var card = new SessionCard("tiny", cardLength, [], Products);
        await using var cardFile = await StagedFile.WriteAsync(ModelFiles.SessionCard, stream => Written(() => card.Write(stream)), CancellationToken.None);
        var network = TinyNetwork.Write(Items, 3, TinyNetwork.Successors(Items));
        await using var networkFile = await StagedFile.WriteAsync(ModelFiles.SessionNetwork, stream => Written(() => stream.Write(network)), CancellationToken.None);
        await using var lines = await StagedAssociations.WriteAsync([], CancellationToken.None);
        var metrics = new ModelMetrics(0, 0, null, new SortedDictionary<string, double>(StringComparer.Ordinal));
        var draft = new ModelDraft(Shop, "tiny", DateTimeOffset.UnixEpoch, null, "test", metrics);
        return (await new ModelWriter(_blobs).WriteAsync(draft, lines, withNetwork ? [cardFile, networkFile] : [], CancellationToken.None)).ModelId;
    }

    private static Task Written(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private sealed class Absent : ITensorRuntime
    {
        public string About => "absent";

        public bool IsPresent => false;

        public TensorModel Load(byte[] model, int threads) => throw new NotSupportedException(About);
    }
}
