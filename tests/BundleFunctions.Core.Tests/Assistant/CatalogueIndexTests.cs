using BundleFunctions.Assistant.Retrieval;

namespace BundleFunctions.Core.Tests.Assistant;

public sealed class CatalogueIndexTests
{
    private static readonly Product[] Goods =
    [
        Item("a", "Lumen Tent", "Camping/Tents"), Item("b", "Tent Pegs", "Camping/Tents"), Item("c", "Espresso Machine", "Kitchen/Coffee"),
        Item("d", "Coffee Beans", "Kitchen/Coffee"), Item("e", "紫砂茶壶", "茶具/茶壶"),
    ];

    [Theory]
    [InlineData("tents", "a b")]
    [InlineData("帐篷", "a b")]
    [InlineData("espresso machine", "c")]
    [InlineData("coffee machine", "c")]
    [InlineData("coffee beans", "d")]
    [InlineData("teapot", "e")]
    [InlineData("紫砂", "e")]
    [InlineData("kayak", "")]
    [InlineData("lumen tent", "a b")]
    public void Search_InEitherLanguage_FindsBestFirst(string question, string expected)
    {
        var index = Index(Goods);
        var query = new QueryMaker(Vocabulary.For(new()), index).Make(question);

        string.Join(' ', index.Search(query.Units, 10).Select(hit => hit.Product.Value)).ShouldBe(expected);
    }

    [Fact]
    public void Search_FormulaByHand_IsItsScore()
    {
        // Three products of two words each, all in titles: tf' 1, |p| = avg, n(w) = 1, so idf = ln(1 + 2.5 / 1.5) and the rest is (k1 + 1) / (1 + k1) = 1.
        var index = Index([Item("a", "red kettle"), Item("b", "blue spoon"), Item("c", "green fork")]);

        var hit = index.Search([new QueryUnit([["kettle"]], IsKnown: false)], 10).ShouldHaveSingleItem();

        ((double)hit.Score).ShouldBe(Math.Log(1 + (2.5 / 1.5)), 1e-5);
    }

    [Fact]
    public void Search_OwnWordsOfAShop_StandBeforeThoseOfAll()
    {
        var index = Index(Goods);
        var own = Vocabulary.For(new() { Terms = [new() { Words = ["brew box", "tent", "小宝贝"], Find = ["espresso machine"] }] });

        foreach (var word in new[] { "brew boxes", "tents", "小宝贝" })
        {
            index.Search(new QueryMaker(own, index).Make(word).Units, 10).ShouldHaveSingleItem().Product.Value.ShouldBe("c");
        }
    }

    [Fact]
    public void Build_MoreProductsThanAreIndexed_TakesTheFirst() =>
        CatalogueIndexer.Build(Goods, 2, default).Search([new QueryUnit([["coffee"]], IsKnown: false), new QueryUnit([["tent"]], IsKnown: false)], 10).Count.ShouldBe(2);

    [Fact]
    public void Build_Nothing_FindsNothing() => Index([]).Search([new QueryUnit([["tent"]], IsKnown: false)], 10).ShouldBeEmpty();

    private static CatalogueIndex Index(Product[] products) => CatalogueIndexer.Build(products, 1000, default);

    private static Product Item(string id, string title, string? category = null) => new()
    {
        ProductId = Identifier.Parse<ProductId>(id),
        Title = title,
        Price = 10,
        Currency = "EUR",
        Categories = category is null ? [] : [category],
    };
}
