namespace BundleFunctions.Serving.Filters;

/// <summary>A condition on products, such as <c>price &lt;= 50 and category = "Cameras/Accessories" and not brand in ("Nikos", "Ort")</c>.</summary>
/// <remarks>
/// <code>
/// condition  = all *( "or" all )
/// all        = one *( "and" one )
/// one        = "not" one / "(" condition ")" / field operator value / field "in" "(" value *( "," value ) ")"
/// field      = productId / title / brand / category / price / stock / attributes.name / attributes["name"]
/// operator   = "=" / "!=" / "&lt;" / "&lt;=" / "&gt;" / "&gt;="
/// value      = number / 'text' / "text"
/// </code>
/// Texts are compared whole and without regard to case; a category holds all below it. <c>price</c>, <c>stock</c> and attributes that are
/// numbers can be less and greater. What a product does not have compares with nothing: every comparison of it, <c>!=</c> too, is false.
/// The cost is bounded when the filter is read: at most <see cref="MaxTerms"/> values, <see cref="MaxDepth"/> levels.
/// </remarks>
public sealed class ProductFilter
{
    /// <summary>Values that a filter may compare with, all together.</summary>
    public const int MaxTerms = 100;

    /// <summary>Levels of parentheses and <c>not</c>.</summary>
    public const int MaxDepth = 16;

    private readonly Func<Product, bool> _test;

    private ProductFilter(string text, Func<Product, bool> test) => (Text, _test) = (text, test);

    /// <summary>The filter as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="filter">The filter; null where it cannot be read.</param>
    /// <returns>Null, or what was found and expected, and at which character, the first being 1.</returns>
    public static string? TryParse(string text, out ProductFilter? filter) => TryParse(text, merchant: false, out filter);

    /// <summary>Reads a filter of the shop's own people, who may also look at <c>margin</c>: (price - cost) / price. Shoppers may not: what a
    /// product costs the shop could be found by trying.</summary>
    /// <inheritdoc cref="TryParse(string, out ProductFilter)"/>
    public static string? TryParseForMerchant(string text, out ProductFilter? filter) => TryParse(text, merchant: true, out filter);

    private static string? TryParse(string text, bool merchant, out ProductFilter? filter)
    {
        var parser = new FilterParser(text, merchant);
        var test = parser.Read();
        filter = test is null ? null : new ProductFilter(text, test);
        return parser.Fault;
    }

    /// <summary>Whether a product is what the filter asks for.</summary>
    public bool Holds(Product product) => _test(product);
}
