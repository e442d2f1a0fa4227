using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Core.Tests.Serving.Filters;

public sealed class ProductFilterTests
{
    private static readonly Product Lens = new()
    {
        ProductId = Identifier.Parse<ProductId>("lens-1"),
        Title = "Zoom lens",
        Categories = ["Cameras/Lenses/Zoom", "Gifts"],
        Brand = "Nikos",
        Price = 199.90m,
        Currency = "EUR",
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["mount"] = "F", ["weight g"] = "450", ["odd"] = "it's" },
    };

    [Theory]
    [InlineData("price < 200", true)]
    [InlineData("price <= 199.90 and price >= 199.9", true)]
    [InlineData("price = 199.9", true)]
    [InlineData("price > 200 or brand = 'nikos'", true)]
    [InlineData("not (price > 200 or brand = 'nikos')", false)]
    [InlineData("not price > 200 and brand != 'Ort'", true)]
    [InlineData("category = 'Cameras/Lenses'", true)]
    [InlineData("category = 'Cameras/Len'", false)]
    [InlineData("category in (\"Bags\", \"Gifts\")", true)]
    [InlineData("attributes.mount in ('E', 'F')", true)]
    [InlineData("attributes[\"weight g\"] < 500", true)]
    [InlineData("attributes[\"weight g\"] = 450.0", true)]
    [InlineData("attributes.odd = 'it''s'", true)]
    [InlineData("attributes.absent = 'x'", false)]
    [InlineData("attributes.absent != 'x'", false)]
    [InlineData("not attributes.absent = 'x'", true)]
    [InlineData("stock > 0", false)]
    [InlineData("stock <= 0", false)]
    [InlineData("productId = 'LENS-1' AND title = 'zoom lens'", true)]
    [InlineData("price > 1 or price > 2 and price > 1000", true)]
    [InlineData("price in (1, 199.9)", true)]
    public void Holds_Condition_IsAsTheGrammarSays(string text, bool expected)
    {
        ProductFilter.TryParse(text, out var filter).ShouldBeNull();

        filter!.Holds(Lens).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "filter, character 1: found the end; expected productId, title, brand, category, price, stock or attributes.name.")]
    [InlineData("price", "filter, character 6: found the end; expected =, !=, <, <=, >, >= or in.")]
    [InlineData("price = 'x'", "filter, character 9: found 'x'; expected a number.")]
    [InlineData("brand < 'x'", "filter, character 7: found <, which needs a number on both sides; expected = or !=.")]
    [InlineData("price < 5 5", "filter, character 11: found '5'; expected 'and', 'or' or the end.")]
    [InlineData("cost < 5", "filter, character 1: found 'cost'; expected productId, title, brand, category, price, stock or attributes.name.")]
    [InlineData("(price < 5", "filter, character 11: found the end; expected ).")]
    [InlineData("price in 5", "filter, character 10: found '5'; expected (.")]
    [InlineData("brand = 'x", "filter, character 9: found ''x'; expected a number or a text in quotes.")]
    [InlineData("price < 5;drop", "filter, character 10: found ';'; expected 'and', 'or' or the end.")]
    [InlineData("price < 1.2.3", "filter, character 9: found '1.2.3'; expected a number.")]
    public void TryParse_Malformed_SaysWhereAndWhatWasExpected(string text, string fault)
    {
        ProductFilter.TryParse(text, out var filter).ShouldBe(fault);

        filter.ShouldBeNull();
    }

    [Fact]
    public void TryParse_Bombs_AreRefusedBeforeTheyCost()
    {
        ProductFilter.TryParse(new string('(', 1000), out _).ShouldBe("filter, character 17: found '('; expected 16 levels or less.");
        ProductFilter.TryParse(string.Join(' ', Enumerable.Repeat("not", 1000)), out _).ShouldNotBeNull().ShouldContain("16 levels");
        ProductFilter.TryParse($"price in ({string.Join(',', Enumerable.Range(0, 101))})", out _).ShouldNotBeNull().ShouldContain("100 values");
        ProductFilter.TryParse(string.Join(" or ", Enumerable.Repeat("price<1", 101)), out _).ShouldNotBeNull().ShouldContain("100 values");
        ProductFilter.TryParse(string.Join(" or ", Enumerable.Repeat("price<1", 100)), out var largest).ShouldBeNull();
        largest!.Holds(Lens).ShouldBeFalse();
    }
}
