using System.Collections.Concurrent;
using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving;

/// <summary>The shelves of the shops that were asked for, at most so many: made-up shop ids do not fill the memory.</summary>
internal sealed class ShopShelves(
    IBlobStore blobs, IDocumentStore documents, CatalogueReader catalogues, ShopDirectory shops, TimeProvider clock, ServingOptions options)
{
    private readonly ConcurrentDictionary<ShopId, ShopShelf> _shelves = new();

    public ShopShelf Get(ShopId shop) => _shelves.TryGetValue(shop, out var shelf) ? shelf : Add(shop);

    private ShopShelf Add(ShopId shop)
    {
        if (_shelves.Count >= options.MaxShops)
        {
            foreach (var (id, other) in _shelves)
            {
                if (!other.HasGeneration)
                {
                    _shelves.TryRemove(id, out _);
                }
            }
        }

        var shelf = new ShopShelf(shop, documents, new CatalogueShelf(shop, blobs, catalogues, shops, clock), clock, options);
        return _shelves.Count < options.MaxShops ? _shelves.GetOrAdd(shop, shelf) : shelf;
    }
}
