using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Bundling.WhyNot;

namespace BundleFunctions.Core.Tests.Bundling.WhyNot;

public sealed class WhyNotExplainerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ProductAssociations Line = new(
        Id("camera"),
        1000,
        [
            new Neighbour(Id("card"), 500, 320),
            new Neighbour(Id("few"), 10, 4),
            new Neighbour(Id("chance"), 1000, 105),
            new Neighbour(Id("twin"), 400, 200) { Relation = new PairRelation(0.1, 0.7, 0.1, 0.1) },
            new Neighbour(Id("bag"), 6000, 630),
            new Neighbour(Id("banned"), 400, 200),
            new Neighbour(Id("weak"), 100, 40),
        ],
        []);

    private static readonly BundlingOptions Options = new()
    {
        BundlesPerAnchor = 1,
        Constraints = new ConstraintOptions { Bans = [new BundleBan { Products = [Id("camera"), Id("banned")], Note = "returns" }] },
    };

    private static ProductId Id(string id) => Identifier.Parse<ProductId>(id);

    private static Product? Find(ProductId id) => id.Value == "unknown" ? null
        : new Product { ProductId = id, Title = id.Value, Price = 10, Currency = "EUR", Discontinued = id.Value == "gone" };

    private static WhyNotAnswer Ask(string other, ProductAssociations? line = null, Func<BundleDraft, string?>? priceFault = null) =>
        new WhyNotExplainer(Options, priceFault).Explain(Id("camera"), Id(other), line ?? Line, Find, 10_000, Now);

    [Theory]
    [InlineData("card", BundleGate.Passed, "score")]
    [InlineData("unknown", BundleGate.Catalogue, null)]
    [InlineData("stranger", BundleGate.Counting, "neighbours")]
    [InlineData("gone", BundleGate.Constraints, null)]
    [InlineData("few", BundleGate.Orders, "orders")]
    [InlineData("chance", BundleGate.Lift, "lift95Low")]
    [InlineData("twin", BundleGate.Relation, "substitute")]
    [InlineData("bag", BundleGate.Value, "popularity")]
    [InlineData("banned", BundleGate.Constraints, null)]
    [InlineData("weak", BundleGate.Selection, "value")]
    public void Explain_EachGate_IsNamedWithItsFigures(string other, BundleGate gate, string? figure)
    {
        var answer = Ask(other);

        answer.Gate.ShouldBe(gate, answer.Detail);
        answer.Detail.ShouldNotBeNullOrWhiteSpace();
        if (figure is not null)
        {
            answer.Figures.Keys.ShouldContain(figure);
        }
    }

    [Fact]
    public void Explain_Figures_CanBeCountedAgain()
    {
        Ask("few").Figures["orders"].ShouldBe(4);
        Ask("chance").Figures["lift"].ShouldBe(105.0 * 10_000 / (1000.0 * 1000));
        Ask("banned").Detail.ShouldContain("returns");
        Ask("card", priceFault: _ => "below the floor").Gate.ShouldBe(BundleGate.Pricing);
        new WhyNotExplainer(Options).Explain(Id("camera"), Id("card"), null, Find, 10_000, Now).Gate.ShouldBe(BundleGate.Counting);
    }
}
