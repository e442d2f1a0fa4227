using BundleFunctions.Baskets;

namespace BundleFunctions.Training.Encoding;

/// <summary>Products in ordinal order, numbered 0..n-1: inside the workshop a product is its number.</summary>
public sealed class ProductIndex
{
    private readonly ProductId[] _products;
    private readonly Dictionary<ProductId, int> _numbers;

    private ProductIndex(ProductId[] products)
    {
        _products = products;
        _numbers = new Dictionary<ProductId, int>(products.Length);
        for (var i = 0; i < products.Length; i++)
        {
            _numbers.Add(products[i], i);
        }
    }

    public int Count => _products.Length;

    public ProductId this[int number] => _products[number];

    /// <summary>Every product that some basket holds.</summary>
    public static ProductIndex Of(IEnumerable<Basket> baskets) => Of(baskets.SelectMany(basket => basket.Products));

    /// <summary>Every product that is named.</summary>
    public static ProductIndex Of(IEnumerable<ProductId> named)
    {
        ProductId[] products = [.. named.Distinct()];
        Array.Sort(products);
        return new ProductIndex(products);
    }

    /// <summary>All products, in the order of their numbers.</summary>
    public IReadOnlyList<ProductId> All => _products;

    /// <summary>The product's number.</summary>
    /// <exception cref="KeyNotFoundException">No basket held it.</exception>
    public int NumberOf(ProductId product) => _numbers[product];
}
