using BundleFunctions.Associations;
using BundleFunctions.Offers;
using BundleFunctions.Publishing;
using BundleFunctions.Sessions;

namespace BundleFunctions.Core.Tests.Sessions;

public sealed class SessionCandidatesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rank_TheNewerAndTheCarted_ComeFirst()
    {
        var session = Session(("a", EventType.View), ("b", EventType.View), ("c", EventType.AddToCart), ("d", EventType.View));

        Rank(session).ShouldBe(["c-x", "d-x", "b-x", "a-x"]);
    }

    [Fact]
    public void Rank_RemovedAndBought_AreGone()
    {
        var session = Session(("a", EventType.View), ("b", EventType.AddToCart), ("b", EventType.RemoveFromCart), ("c", EventType.Purchase));

        Rank(session).ShouldBe(["a-x"]);
    }

    [Fact]
    public void Rank_ABundleOfSeveralLists_SumsThem()
    {
        var session = Session(("a", EventType.View), ("b", EventType.View), ("c", EventType.View));
        var shared = Bundle("shared", 0.9, "a", "b");
        IReadOnlyList<PublishedBundle> Lists(ProductId product) => product.Value switch
        {
            "a" or "b" => [shared],
            _ => [Bundle("alone", 1.0, "c", "x")],
        };

        var candidates = SessionCandidates.Rank(session, SessionSeeds.Of(session), Lists);

        candidates.Select(candidate => candidate.Bundle.BundleId.Value).ShouldBe(["shared", "alone"]);
        candidates[1].Score.ShouldBe(1 / (1 + 0.85 + (0.85 * 0.85)), 1e-12);
    }

    [Fact]
    public void Seeds_WithAModel_NameWhatItExpects_AndSumToOne()
    {
        var seeds = SessionSeeds.Of(Session(("a", EventType.View)), [Id("z"), Id("y")], limit: 3);

        seeds.Select(seed => seed.Product.Value).ShouldBe(["a", "z", "y"]);
        seeds.Sum(seed => seed.Weight).ShouldBe(1, 1e-12);
        SessionSeeds.Of(LiveSession.Empty, [Id("z")]).ShouldHaveSingleItem().Product.Value.ShouldBe("z");
        SessionSeeds.Of(LiveSession.Empty).ShouldBeEmpty();
    }

    private static List<string> Rank(LiveSession session) =>
    [
        .. SessionCandidates.Rank(session, SessionSeeds.Of(session), product => [Bundle($"{product}-x", 0.5, product.Value, "x")])
            .Select(candidate => candidate.Bundle.BundleId.Value),
    ];

    private static LiveSession Session(params (string Product, EventType Action)[] steps) => LiveSession.Empty.With(
        steps.Select((step, i) => new SessionItem(Id(step.Product), step.Action, Noon.AddMinutes(i), 1, $"{i:x16}")), 50);

    private static PublishedBundle Bundle(string name, double score, params string[] products) => new(
        Identifier.Parse<BundleId>(name),
        score,
        [.. products.Select((product, i) => new BundleItem(Id(product), i == 0 ? ItemRole.Anchor : ItemRole.Complement, 1))],
        new BundlePrice("EUR", 10m, 10m, 0m),
        null,
        null,
        new Evidence(10, 20, 30, 100));

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
