namespace BundleFunctions.Bundling.Search;

/// <summary>What a bundle is searched around.</summary>
/// <param name="Products">Products with how much each counts, above 0; the weightiest is the anchor of roles.</param>
/// <param name="Theme">Category path, with all below it, in which every product must lie; null for anywhere.</param>
public sealed record BundleSeed(IReadOnlyList<SeedProduct> Products, string? Theme = null)
{
    /// <summary>How much less a product counts than the one looked at after it.</summary>
    private const double Fading = 0.7;

    /// <summary>Around one product.</summary>
    public static BundleSeed Anchor(ProductId product) => new([new SeedProduct(product, 1)]);

    /// <summary>Around a cart: each of its products counts alike.</summary>
    public static BundleSeed Cart(IEnumerable<ProductId> products) => new([.. products.Distinct().Select(product => new SeedProduct(product, 1))]);

    /// <summary>From a session: what was looked at last counts most.</summary>
    /// <param name="viewed">In the order of looking; what was looked at again stands where it was looked at last.</param>
    public static BundleSeed Session(IEnumerable<ProductId> viewed) =>
        new([.. viewed.Reverse().Distinct().Select((product, age) => new SeedProduct(product, Math.Pow(Fading, age)))]);

    /// <summary>From a theme: around a product of it, of products of it.</summary>
    public static BundleSeed OfTheme(string category, ProductId product) => new([new SeedProduct(product, 1)], category);
}
