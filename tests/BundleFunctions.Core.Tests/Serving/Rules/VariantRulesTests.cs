using BundleFunctions.Audit;
using BundleFunctions.Bandits;
using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Sessions;
using OptOutList = BundleFunctions.Privacy.OptOutList;

namespace BundleFunctions.Core.Tests.Serving.Rules;

/// <summary>Rules that are paused for everybody and in force for an experiment's variant.</summary>
public sealed class VariantRulesTests
{
    private readonly Kitchen _kitchen = new();

    [Fact]
    public async Task Rules_NamedByAVariant_WorkForItsVisitorsAndForNobodyElse()
    {
        var reader = await OpenAsync(new ExperimentDefinition("pins", [new("a"), new("b", Rules: ["last-first", "not-there"])], DateTimeOffset.UnixEpoch));

        var byVariant = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            var answer = await HomeAsync(reader, Visitor(i));
            (byVariant.TryGetValue(answer.Variant, out var orders) ? orders : byVariant[answer.Variant] = []).Add(OrderOf(answer));
        }

        byVariant["pins:a"].ShouldBe(["0123"]);
        byVariant["pins:b"].ShouldBe(["3012"]);
        OrderOf(await HomeAsync(reader, null)).ShouldBe("0123");
    }

    [Fact]
    public async Task Rules_Interleaved_EachVisitorSeesBothRankingsMixedAndTheIdTellsWhoseEachBundleIs()
    {
        var reader = await OpenAsync(new ExperimentDefinition("pins", [new("a"), new("b", Rules: ["last-first"])], DateTimeOffset.UnixEpoch, Interleaved: true));

        var firsts = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var answer = await HomeAsync(reader, Visitor(i));
            firsts.Add(OrderOf(answer)[..1]);
            OrderOf(answer).Order().ShouldBe("0123");
            answer.Variant.ShouldStartWith("pins:mix-");
            Kitchen.Ids.Read(Kitchen.Shop, answer.RecommendationId, out var stamp).ShouldBe(RecommendationIdStatus.Valid);

            // Who stands first was put there by the ranking whose best it is.
            TeamCode.CreditOf(stamp!.Variant, answer.Bundles[0].BundleId).ShouldBe(firsts[^1] is "0" ? 1 : -1);
            (await HomeAsync(reader, Visitor(i))).RecommendationId.ShouldBe(answer.RecommendationId);
        }

        firsts.Count(first => first is "0").ShouldBeInRange(18, 42);
        firsts.ShouldAllBe(first => first == "0" || first == "3");
        (await HomeAsync(reader, null)).Variant.ShouldBe(RecommendationStamp.Champion);
    }

    private async Task<BundleReader> OpenAsync(ExperimentDefinition experiment)
    {
        await _kitchen.PutCatalogueAsync(Kitchen.PairProducts(4));
        (await _kitchen.PublishAsync(await _kitchen.PutModelAsync(Kitchen.Pairs(4)))).Outcome.ShouldBe(PublishOutcome.Published);
        var rules = new RuleStore(_kitchen.Blobs, new AuditLog(_kitchen.Blobs, _kitchen.Clock));
        var pin = new Rule { Id = Identifier.Parse<RuleId>("last-first"), Action = RuleAction.Pin, When = new RuleCondition { AnyProduct = "productId = 'a3'" }, Paused = true };
        await rules.SaveAsync(Kitchen.Shop, new RuleSet { Rules = [pin] }, null, new RuleChange("cli", "rules.replace", null, null), default);
        var experiments = new ExperimentStore(_kitchen.Blobs, new AuditLog(_kitchen.Blobs, _kitchen.Clock), _kitchen.Clock);
        (await experiments.SaveAsync(Kitchen.Shop, ExperimentBook.Empty with { Experiments = [experiment] }, "test", null, validateOnly: false, default)).Fault.ShouldBeNull();
        var shelf = new ExperimentShelf(experiments, new BanditTables(_kitchen.Blobs), _kitchen.Clock, new ServingOptions());
        var sessions = new LiveSessions(_kitchen.Memory, new OptOutList(_kitchen.Blobs, _kitchen.Memory, _kitchen.Clock), _kitchen.Clock, new SessionOptions());
        return new BundleReader(
            _kitchen.Blobs, _kitchen.Documents, _kitchen.Shops, new CatalogueReader(_kitchen.Blobs), _kitchen.Clock, new ServingOptions(), Kitchen.Ids,
            steps: [new AssignmentStep(shelf), new RuleStep(new RuleShelf(rules, _kitchen.Clock), sessions), new BanditStep(shelf)]);
    }

    private Task<BundleAnswer> HomeAsync(BundleReader reader, Pseudonym? visitor) =>
        reader.GetAsync(new AnswerContext(Kitchen.Shop, AnswerPages.Home, _kitchen.Clock.GetUtcNow()) { Visitor = visitor }, BundleQuery.Default, default);

    private static string OrderOf(BundleAnswer answer) => string.Concat(answer.Bundles.Select(bundle => bundle.Items[0].ProductId.Value[1..]));

    private static Pseudonym Visitor(int i) => Identifier.Parse<Pseudonym>($"{i:x32}");
}
