using BundleFunctions.Training.Bundles.Relations;

namespace BundleFunctions.Training.Tests.Bundles.Relations;

public sealed class RelationPartsTests
{
    private static ProductId Id(string id) => Identifier.Parse<ProductId>(id);

    [Fact]
    public void Build_SessionsOfAllLengths_KeepsThoseThatCompare()
    {
        var views = new SessionViews(maxProducts: 3);
        void View(string session, params string[] products) => views.Add(Event(EventType.View, session, products));
        View("one", "a");
        View("two", "b", "a");
        View("two", "a");
        View("robot", "a", "b", "c", "d", "e");
        views.Add(Event(EventType.Purchase, "three", ["a", "b"]));

        views.Build().ShouldHaveSingleItem().ShouldBe([Id("a"), Id("b")]);
    }

    [Fact]
    public void Of_MostTakeThree_IsThree()
    {
        var quantities = new ModalQuantities(minPurchases: 4);
        foreach (var (product, quantity) in new[] { ("a", 3), ("a", 3), ("a", 3), ("a", 1), ("b", 2), ("b", 2), ("b", 1), ("b", 1), ("c", 2) })
        {
            quantities.Add(Event(EventType.Purchase, "s", [product], quantity));
        }

        (quantities.Of(Id("a")), quantities.Of(Id("b")), quantities.Of(Id("c")), quantities.Of(Id("d"))).ShouldBe((3, null, null, null));
    }

    [Fact]
    public void Judge_ShopWithoutAnyEvent_JudgesByTheCatalogueAlone()
    {
        Product Item(string id, string title, string? group = null) => new()
        {
            ProductId = Id(id),
            Title = title,
            Price = 10,
            Currency = "EUR",
            GroupId = group,
            Categories = ["Books/Travel"],
            Brand = "Maker",
        };
        var evidence = new RelationEvidence([Item("a", "Guide, blue", "g"), Item("b", "Guide, red", "g"), Item("c", "Atlas of lakes")], [], []);

        var model = new RelationLearner().Learn(evidence, default);

        RelationModel.KindOf(model.Judge(Id("a"), Id("b"))!).ShouldBe(RelationKind.Variant);
        RelationModel.KindOf(model.Judge(Id("a"), Id("c"))!).ShouldBe(RelationKind.Unrelated);
        var relation = model.Judge(Id("a"), Id("c"))!;
        (relation.Complement + relation.Substitute + relation.Variant + relation.Unrelated).ShouldBe(1, 0.001);
    }

    private static ShopEvent Event(EventType type, string session, string[] products, int quantity = 1) => new()
    {
        EventId = Identifier.Parse<EventId>($"{session}-{string.Join('-', products)}"),
        Type = type,
        OccurredAt = DateTimeOffset.UnixEpoch,
        Session = Testing.Porch.Pseudonymizer.Create(Security.PseudonymKind.Session, Testing.Porch.Shop, session),
        Items = [.. products.Select(product => new EventItem(Id(product), quantity))],
    };
}
