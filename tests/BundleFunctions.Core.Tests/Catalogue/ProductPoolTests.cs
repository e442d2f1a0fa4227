using BundleFunctions.Catalogue;

namespace BundleFunctions.Core.Tests.Catalogue;

public sealed class ProductPoolTests
{
    [Fact]
    public void Share_EqualTexts_AreOneObject()
    {
        var pool = new ProductPool();
        var (one, other) = (pool.Share(Make()), pool.Share(Make()));

        other.Brand.ShouldBeSameAs(one.Brand);
        other.Currency.ShouldBeSameAs(one.Currency);
        other.Categories.ShouldBeSameAs(one.Categories);
        other.Attributes["colour"].ShouldBeSameAs(one.Attributes["colour"]);
    }

    [Fact]
    public void Share_AnyProduct_SaysWhatItSaid()
    {
        var product = Make() with { Categories = ["A/B", "C"], Requires = [Id("x")] };

        var shared = new ProductPool().Share(product);

        SnapshotStore.AreEqual(shared, product).ShouldBeTrue();
        shared.Attributes.Keys.ShouldBe(["colour", "size"]);
        new ProductPool().Share(Make() with { Attributes = new Dictionary<string, string>(StringComparer.Ordinal), Categories = [], Brand = null })
            .ShouldSatisfyAllConditions(bare => bare.Attributes.ShouldBeEmpty(), bare => bare.Categories.ShouldBeEmpty(), bare => bare.Brand.ShouldBeNull());
    }

    // Texts that are equal and not the same, as they come out of a file.
    private static Product Make() => new()
    {
        ProductId = Id("p"),
        Title = "Tent",
        Price = 10m,
        Currency = Copy("EUR"),
        Brand = Copy("Nikos"),
        Categories = [Copy("Camping/Tents")],
        Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["size"] = Copy("L"), ["colour"] = Copy("red") },
    };

    private static string Copy(string text) => new(text.AsSpan());

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
