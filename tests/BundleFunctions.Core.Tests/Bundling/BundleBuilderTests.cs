using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Offers;

namespace BundleFunctions.Core.Tests.Bundling;

public sealed class BundleBuilderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);

    private static Product Item(string id, decimal price = 100) =>
        new() { ProductId = Id(id), Title = id, Price = price, Currency = "EUR" };

    private static Dictionary<ProductId, Product> Catalogue(params Product[] products) => products.ToDictionary(product => product.ProductId);

    private static ProductAssociations Camera(IReadOnlyList<Neighbour> neighbours, params AssociatedSet[] sets) =>
        new(Id("camera"), 1000, neighbours, sets);

    private static IReadOnlyList<BundleDraft> Build(
        ProductAssociations associations, Dictionary<ProductId, Product> catalogue, BundlingOptions? options = null) =>
        new BundleBuilder(options ?? new BundlingOptions()).Build(associations, catalogue.GetValueOrDefault, 10_000, Now);

    private static string[] Names(IEnumerable<BundleDraft> drafts) =>
        [.. drafts.Select(draft => string.Join('+', draft.Items.Select(item => item.ProductId.Value)))];

    [Fact]
    public void Build_PlantedTriple_ComesFirstAndAbsorbsItsPairs()
    {
        var drafts = Build(
            Camera(
                [new(Id("card"), 500, 320), new(Id("case"), 450, 310), new(Id("strap"), 400, 90)],
                new AssociatedSet([Id("card"), Id("case")], 300, 330)),
            Catalogue(Item("camera", 500), Item("card", 40), Item("case", 150), Item("strap", 120)));

        Names(drafts).ShouldBe(["camera+case+card", "camera+strap"]);
        drafts[0].Evidence.ShouldBe(new Evidence(300, 1000, 330, 10_000));
        drafts[0].Items.Select(item => item.Role).ShouldBe([ItemRole.Anchor, ItemRole.Complement, ItemRole.AddOn]);
    }

    [Fact]
    public void Build_ItemPopularEverywhere_IsNeitherPairNorThirdItem()
    {
        // The bag is in 60 % of all orders, with the camera or without; the card is the camera's own.
        var drafts = Build(
            Camera([new(Id("bag"), 6000, 605), new(Id("card"), 500, 300)], new AssociatedSet([Id("bag"), Id("card")], 181, 300)),
            Catalogue(Item("camera"), Item("card"), Item("bag")));

        Names(drafts).ShouldBe(["camera+card"]);
    }

    [Fact]
    public void Build_ThirdItemRarelyTaken_StaysBehindThePair()
    {
        var drafts = Build(
            Camera([new(Id("card"), 500, 300), new(Id("lens"), 200, 60)], new AssociatedSet([Id("card"), Id("lens")], 50, 60)),
            Catalogue(Item("camera"), Item("card"), Item("lens")));

        Names(drafts)[0].ShouldBe("camera+card");
        drafts.Select(draft => draft.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Build_FewOrders_AreNoEvidence() =>
        Build(Camera([new(Id("card"), 4, 4)]), Catalogue(Item("camera"), Item("card"))).ShouldBeEmpty();

    [Fact]
    public void Build_LiftNotSurelyAboveOne_IsNoEvidence() =>
        Build(Camera([new(Id("card"), 1000, 105)]), Catalogue(Item("camera"), Item("card"))).ShouldBeEmpty();

    public static TheoryData<string, Product, Product> Forbidden() => new()
    {
        { "same group", Item("camera") with { GroupId = "g" }, Item("card") with { GroupId = "g" } },
        { "anchor excludes", Item("camera") with { Excludes = [Id("card")] }, Item("card") },
        { "item excludes", Item("camera"), Item("card") with { Excludes = [Id("camera")] } },
        { "requires another", Item("camera"), Item("card") with { Requires = [Id("reader")] } },
        { "discontinued", Item("camera"), Item("card") with { Discontinued = true } },
        { "anchor discontinued", Item("camera") with { Discontinued = true }, Item("card") },
        { "no stock", Item("camera"), Item("card") with { Stock = 0 } },
        { "not yet", Item("camera"), Item("card") with { AvailableFrom = Now.AddDays(1) } },
        { "no longer", Item("camera"), Item("card") with { AvailableTo = Now } },
        { "currency", Item("camera"), Item("card") with { Currency = "USD" } },
        { "unknown", Item("camera"), Item("other") },
        { "anchor unknown", Item("other"), Item("card") },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Build_BrokenRule_HasNoBundle(string rule, Product anchor, Product item) =>
        Build(Camera([new(Id("card"), 500, 300)]), Catalogue(anchor, item)).ShouldBeEmpty(rule);

    [Fact]
    public void Build_RequiredProductInTheBundle_IsAllowed()
    {
        var drafts = Build(
            Camera(
                [new(Id("card"), 500, 320), new(Id("reader"), 450, 310)],
                new AssociatedSet([Id("card"), Id("reader")], 300, 330)),
            Catalogue(Item("camera"), Item("card") with { Requires = [Id("reader")] }, Item("reader")));

        Names(drafts).ShouldBe(["camera+card+reader"]);
    }

    [Fact]
    public void Build_ThreeRests_ReachFourItemsOnlyWhereAllowed()
    {
        var rest = new[] { "a", "b", "c" };
        var associations = Camera(
            [.. rest.Select(id => new Neighbour(Id(id), 350, 320))],
            new AssociatedSet([Id("a"), Id("b")], 310, 320),
            new AssociatedSet([Id("a"), Id("c")], 310, 320),
            new AssociatedSet([Id("b"), Id("c")], 310, 320),
            new AssociatedSet([Id("a"), Id("b"), Id("c")], 305, 310));
        var catalogue = Catalogue(Item("camera"), Item("a"), Item("b"), Item("c"));

        Names(Build(associations, catalogue)).ShouldBe(["camera+a+b+c"]);
        Build(associations, catalogue, new BundlingOptions { MaxItems = 3 }).ShouldAllBe(draft => draft.Items.Count <= 3);
        Build(associations, catalogue, new BundlingOptions { MaxItems = 2 }).Count.ShouldBe(3);
    }

    [Fact]
    public void Build_InputOrderShuffled_GivesTheSameBundles()
    {
        var neighbours = Enumerable.Range(0, 30).Select(i => new Neighbour(Id($"p{i:00}"), 300 + i, 100 + (i % 7))).ToArray();
        var sets = Enumerable.Range(0, 20).Select(i => new AssociatedSet([Id($"p{i:00}"), Id($"p{i + 5:00}")], 60, 70)).ToArray();
        var catalogue = Catalogue([Item("camera"), .. neighbours.Select(neighbour => Item(neighbour.Product.Value))]);

        var straight = Build(Camera(neighbours, sets), catalogue);
        var reversed = Build(Camera([.. neighbours.Reverse()], [.. sets.Reverse()]), catalogue);

        straight.Count.ShouldBe(10);
        Names(reversed).ShouldBe(Names(straight));
        straight.Select(draft => draft.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void NameOf_SameProductsInAnotherOrder_IsTheSameName()
    {
        var one = BundleNaming.NameOf([(Id("a"), 1), (Id("b"), 2)]);

        BundleNaming.NameOf([(Id("b"), 2), (Id("a"), 1)]).ShouldBe(one);
        BundleNaming.NameOf([(Id("a"), 2), (Id("b"), 1)]).ShouldNotBe(one);
        BundleNaming.NameOf([(Id("a"), 1)]).ShouldNotBe(one);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(5, 10, 0.2366)]
    [InlineData(10, 10, 0.7225)]
    [InlineData(300, 1000, 0.2724)]
    [InlineData(0, 0, 0)]
    public void LowerBound_KnownShares_MatchPublishedValues(int successes, int trials, double expected) =>
        WilsonInterval.LowerBound(successes, trials).ShouldBe(expected, 0.0001);
}
