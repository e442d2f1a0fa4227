using System.Collections.Frozen;

namespace BundleFunctions.Catalogue;

/// <summary>A shop's products at one moment; never changes.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<ProductId, Product> _byId;

    /// <param name="id">Names the products' content: 32 lower-case hexadecimal digits.</param>
    /// <param name="isDerived">Whether it was made from events, because the shop gave no catalogue.</param>
    /// <param name="products">Each product once, in any order.</param>
    /// <exception cref="ArgumentException">A product stands there twice.</exception>
    public CatalogueSnapshot(string id, bool isDerived, IEnumerable<Product> products)
    {
        Id = id;
        IsDerived = isDerived;
        Products = [.. products.OrderBy(product => product.ProductId)];
        _byId = Products.ToFrozenDictionary(product => product.ProductId);
        if (_byId.Count != Products.Count)
        {
            throw new ArgumentException($"{Products.Count} products have {_byId.Count} different ids.", nameof(products));
        }
    }

    public string Id { get; }

    public bool IsDerived { get; }

    /// <summary>In ordinal order of their ids.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>A product by id; null where the shop has none of that id.</summary>
    public Product? Find(ProductId id) => _byId.GetValueOrDefault(id);
}
