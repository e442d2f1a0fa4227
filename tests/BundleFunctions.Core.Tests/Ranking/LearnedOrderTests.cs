using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Ranking;
using BundleFunctions.Serving;
using BundleFunctions.Shops;

namespace BundleFunctions.Core.Tests.Ranking;

/// <summary>From a model's file to an answer's order, and what serves where the file is no good.</summary>
public sealed class LearnedOrderTests
{
    private readonly Kitchen _kitchen = new();

    // The cheaper the rest, the earlier: the other way round than the counts say.
    private static readonly LinearRanker Cheapest = new("linear", ["price.rest"], [-1], [0]);

    [Fact]
    public async Task GetForProduct_ModelWithALearnedOrder_AnswersInItWithScoresOnTheirScale()
    {
        await PublishAsync(order: null, file: null);
        var before = await AskAsync();
        await PublishAsync("linear", File(Cheapest));

        var after = await AskAsync();

        Names(before).ShouldBe(["dear", "middle", "cheap"]);
        Names(after).ShouldBe(["cheap", "middle", "dear"]);
        after.Bundles.Select(bundle => bundle.Score).ShouldBe(before.Bundles.Select(bundle => bundle.Score));
        after.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task GetForCart_ModelWithALearnedOrder_LooksAtTheCart()
    {
        await PublishAsync("linear", File(new LinearRanker("linear", ["asker.holds", "price.rest"], [-10, -1], [0, 0])));

        var answer = await Reader().GetForCartAsync(Kitchen.Shop, [Kitchen.Id("anchor"), Kitchen.Id("cheap")], BundleQuery.Default, default);

        Names(answer).ShouldBe(["middle", "dear"]);
    }

    [Theory]
    [InlineData("""{"formatVersion":9,"method":"linear","features":["price.rest"],"weights":[1],"usual":[0]}""", "format version 9")]
    [InlineData("""{"formatVersion":1,"method":"linear","features":["moon.phase"],"weights":[1],"usual":[0]}""", "moon.phase")]
    public async Task GetForProduct_OrderThatCannotBeRankedBy_GivesThePublishedOrderAndSaysWhy(string file, string reason)
    {
        await PublishAsync("linear", file);

        var answer = await AskAsync();

        Names(answer).ShouldBe(["dear", "middle", "cheap"]);
        answer.Reason!.ShouldContain(reason);
    }

    [Fact]
    public async Task GetForProduct_ModelWithoutTheFile_SaysSo()
    {
        await PublishAsync("linear", file: null);

        var answer = await AskAsync();

        Names(answer).ShouldBe(["dear", "middle", "cheap"]);
        answer.Reason!.ShouldContain("names no ranker.json");
    }

    [Fact]
    public async Task GetForProduct_FileThatWasChanged_IsNotBelieved()
    {
        var model = await PublishAsync("linear", File(Cheapest));
        await _kitchen.Blobs.PutAsync(
            BlobLayout.ModelFile(Kitchen.Shop, model, ModelFiles.Ranker), new MemoryStream(Encoding.UTF8.GetBytes(File(Cheapest).Replace("-1", "+1", StringComparison.Ordinal))), BlobCondition.None, default);

        var answer = await AskAsync();

        Names(answer).ShouldBe(["dear", "middle", "cheap"]);
        answer.Reason!.ShouldContain("SHA-256");
    }

    [Fact]
    public async Task GetForProduct_StoreThatFailsOnce_FindsTheOrderNextTime()
    {
        await PublishAsync("linear", File(Cheapest));
        var failing = new FailingOnce(_kitchen.Blobs);
        var reader = new BundleReader(
            _kitchen.Blobs, _kitchen.Documents, _kitchen.Shops, new CatalogueReader(_kitchen.Blobs), _kitchen.Clock, new ServingOptions(), Kitchen.Ids, rankers: new RankerShelf(failing));

        var first = await reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id("anchor"), BundleQuery.Default, default);
        var second = await reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id("anchor"), BundleQuery.Default, default);

        Names(first).ShouldBe(["dear", "middle", "cheap"]);
        first.Reason!.ShouldContain("cannot be read now");
        Names(second).ShouldBe(["cheap", "middle", "dear"]);
    }

    [Fact]
    public void Of_PinnedCandidates_StayWhereTheyStand()
    {
        var candidates = new[] { Candidate("a", 5, 0.9), Candidate("b", 4, 0.5), Candidate("c", 3, 0.1) };

        var ordered = LearnedOrder.Of(
            new LinearRanker("linear", ["price.discount"], [1], [0]), new RankingQuestion([], _ => null), candidates, candidate => candidate.Bundle.BundleId.Value == "a");

        ordered.Select(candidate => (candidate.Bundle.BundleId.Value, candidate.Score)).ShouldBe([("a", 5), ("c", 4), ("b", 3)]);
    }

    private static Candidate Candidate(string id, double score, double offer) => new(
        new PublishedBundle(
            Identifier.Parse<BundleId>(id), score, [new(Kitchen.Id(id), Offers.ItemRole.Anchor, 1)], new Offers.BundlePrice("EUR", 1, (decimal)offer, 0), null, null, new Evidence(1, 1, 1, 1)),
        score);

    private async Task<ModelId> PublishAsync(string? order, string? file)
    {
        Product[] products = [Kitchen.Item("anchor"), Kitchen.Item("cheap", 10, 2), Kitchen.Item("middle", 50, 20), Kitchen.Item("dear", 90, 30)];
        await _kitchen.PutCatalogueAsync(products);
        _kitchen.Clock.Advance(TimeSpan.FromMinutes(1));
        ProductAssociations[] lines =
        [
            new(Kitchen.Id("anchor"), 100, [new(Kitchen.Id("dear"), 100, 60), new(Kitchen.Id("middle"), 100, 50), new(Kitchen.Id("cheap"), 100, 40)], []),
            .. new[] { ("cheap", 40), ("dear", 60), ("middle", 50) }.Select(rest => new ProductAssociations(Kitchen.Id(rest.Item1), 100, [new(Kitchen.Id("anchor"), 100, rest.Item2)], [])),
        ];
        await using var staged = await StagedAssociations.WriteAsync(lines, default);
        await using var ranker = file is null ? null : await StagedFile.WriteAsync(
            ModelFiles.Ranker, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(file)).AsTask(), default);
        var draft = new ModelDraft(Kitchen.Shop, "co-occurrence", _kitchen.Clock.GetUtcNow(), null, "options", new ModelMetrics(10_000, lines.Length, null, [])) { Order = order };
        var manifest = await new ModelWriter(_kitchen.Blobs).WriteAsync(draft, staged, ranker is null ? [] : [ranker], default);
        (await _kitchen.PublishAsync(BlobLayout.ModelManifest(Kitchen.Shop, manifest.ModelId))).Outcome.ShouldBe(PublishOutcome.Published);
        return manifest.ModelId;
    }

    private Task<BundleAnswer> AskAsync() => Reader().GetForProductAsync(Kitchen.Shop, Kitchen.Id("anchor"), BundleQuery.Default, default);

    private BundleReader Reader() => new(
        _kitchen.Blobs, _kitchen.Documents, _kitchen.Shops, new CatalogueReader(_kitchen.Blobs), _kitchen.Clock, new ServingOptions(), Kitchen.Ids, rankers: new RankerShelf(_kitchen.Blobs));

    private static string[] Names(BundleAnswer answer) => [.. answer.Bundles.Select(bundle => bundle.Items[^1].ProductId.Value)];

    private static string File(BundleRanker ranker)
    {
        using var file = new MemoryStream();
        RankerFile.Write(ranker, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private sealed class FailingOnce(IBlobStore inner) : IBlobStore
    {
        private int _left = 1;

        public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _left) >= 0 ? throw new StoreException("down", isTransient: true) : inner.OpenAsync(name, cancellationToken);

        public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

        public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
            inner.PutAsync(name, content, condition, cancellationToken);

        public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) => inner.ListAsync(container, prefix, cancellationToken);

        public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) => inner.DeleteAsync(name, ifMatch, cancellationToken);
    }
}
