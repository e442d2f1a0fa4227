using System.Collections.Frozen;

namespace BundleFunctions.Catalogue;

/// <summary>A shop's products at one moment; never changes.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<ProductId, Product> _byId;
    private readonly Dictionary<ProductId, Product> _changed = [];

    /// <param name="id">Names the products' content: 32 lower-case hexadecimal digits.</param>
    /// <param name="isDerived">Whether it was made from events, because the shop gave no catalogue.</param>
    /// <param name="products">Each product once, in any order.</param>
    /// <exception cref="ArgumentException">A product stands there twice.</exception>
    public CatalogueSnapshot(string id, bool isDerived, IEnumerable<Product> products)
    {
        Id = BaseId = id;
        IsDerived = isDerived;
        Products = [.. products.OrderBy(product => product.ProductId)];
        _byId = Products.ToFrozenDictionary(product => product.ProductId);
        if (_byId.Count != Products.Count)
        {
            throw new ArgumentException($"{Products.Count} products have {_byId.Count} different ids.", nameof(products));
        }
    }

    /// <summary>A snapshot in which some products are newer.</summary>
    /// <param name="id">Names it.</param>
    /// <param name="below">The snapshot, which itself stays as it is.</param>
    /// <param name="changed">The newer products; each must be one of the snapshot.</param>
    internal CatalogueSnapshot(string id, CatalogueSnapshot below, Dictionary<ProductId, Product> changed)
    {
        (Id, BaseId, IsDerived, _byId, _changed) = (id, below.BaseId, below.IsDerived, below._byId, changed);
        Products = [.. below.Products.Select(product => changed.GetValueOrDefault(product.ProductId) ?? product)];
    }

    public string Id { get; }

    /// <summary>The id without what is newer than the catalogue's files: products have the same texts where it is the same.</summary>
    internal string BaseId { get; }

    public bool IsDerived { get; }

    /// <summary>In ordinal order of their ids.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>A product by id; null where the shop has none of that id.</summary>
    public Product? Find(ProductId id) => _changed.Count > 0 && _changed.TryGetValue(id, out var changed) ? changed : _byId.GetValueOrDefault(id);
}
