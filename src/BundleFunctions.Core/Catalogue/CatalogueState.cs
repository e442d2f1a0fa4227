namespace BundleFunctions.Catalogue;

/// <summary>Products, each with its newest source, over a floor below which no source counts. Two states make a third, whichever comes first:
/// so files may come in in any order, twice, and at once.</summary>
/// <param name="Products">By id.</param>
/// <param name="Sources">By id, of every product.</param>
/// <param name="Floor">The newest full load; null where there was none.</param>
internal sealed record CatalogueState(
    SortedDictionary<ProductId, Product> Products, SortedDictionary<string, ProductSource> Sources, ProductSource? Floor)
{
    public static CatalogueState Empty => new([], new SortedDictionary<string, ProductSource>(StringComparer.Ordinal), null);

    /// <summary>What one file says.</summary>
    /// <param name="products">Its products, each once.</param>
    /// <param name="source">The file.</param>
    /// <param name="isFull">Whether products that it does not name are no more.</param>
    public static CatalogueState Of(IEnumerable<Product> products, ProductSource source, bool isFull)
    {
        var state = Empty with { Floor = isFull ? source : null };
        foreach (var product in products)
        {
            state.Products[product.ProductId] = product;
            state.Sources[product.ProductId.Value] = source;
        }

        return state;
    }

    /// <summary>Of each product the newer word of the two, without those on which both spoke before the newer full load.</summary>
    /// <param name="other">Where both have one source, this one's product counts.</param>
    public CatalogueState With(CatalogueState other)
    {
        var floor = Floor is null || other.Floor?.WinsOver(Floor) is true ? other.Floor ?? Floor : Floor;
        var merged = Empty with { Floor = floor };
        foreach (var (from, preferred) in new[] { (this, true), (other, false) })
        {
            foreach (var (id, product) in from.Products)
            {
                var source = from.Sources[id.Value];
                var isKnown = merged.Sources.TryGetValue(id.Value, out var known);
                if ((floor is null || source.WinsOver(floor)) && (!isKnown || (!preferred && source != known && source.WinsOver(known!))))
                {
                    merged.Products[id] = product;
                    merged.Sources[id.Value] = source;
                }
            }
        }

        return merged;
    }
}
