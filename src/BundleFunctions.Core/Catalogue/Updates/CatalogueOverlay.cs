namespace BundleFunctions.Catalogue.Updates;

/// <summary>Blob <c>snapshots/{shop}/updates.json</c>: what is newer than the catalogue's files say.</summary>
/// <param name="Products">By product id.</param>
internal sealed record CatalogueOverlay(SortedDictionary<string, ProductOverlay> Products)
{
    /// <summary>Most products that may be newer than the files say.</summary>
    public const int MaxProducts = 50_000;

    /// <summary>The catalogue as it is now.</summary>
    /// <param name="snapshot">The catalogue as its files say.</param>
    /// <param name="etag">Names this overlay.</param>
    public CatalogueSnapshot Over(CatalogueSnapshot snapshot, string etag)
    {
        var changed = new Dictionary<ProductId, Product>();
        foreach (var (text, overlay) in Products)
        {
            if (ProductId.TryParse(text, out var id) && snapshot.Find(id) is { } product)
            {
                changed[id] = overlay.Over(product);
            }
        }

        return changed.Count == 0 ? snapshot : new CatalogueSnapshot($"{snapshot.Id}+{etag}", snapshot, changed);
    }
}
