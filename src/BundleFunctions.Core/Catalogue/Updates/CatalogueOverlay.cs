using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.Catalogue.Updates;

/// <summary>Blob <c>snapshots/{shop}/updates.json</c>: what is newer than the catalogue's files say.</summary>
/// <param name="Products">By product id.</param>
internal sealed record CatalogueOverlay(SortedDictionary<string, ProductOverlay> Products)
{
    /// <summary>Most products that may be newer than the files say.</summary>
    public const int MaxProducts = 50_000;

    /// <summary>Names what it holds.</summary>
    public string Name() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, OverlayJson.Default.CatalogueOverlay)).AsSpan(0, 8));

    /// <summary>The catalogue as it is now.</summary>
    /// <param name="snapshot">The catalogue as its files say.</param>
    /// <param name="name">Names this overlay.</param>
    public CatalogueSnapshot Over(CatalogueSnapshot snapshot, string name)
    {
        var changed = new Dictionary<ProductId, Product>();
        foreach (var (text, overlay) in Products)
        {
            if (ProductId.TryParse(text, out var id) && snapshot.Find(id) is { } product)
            {
                changed[id] = overlay.Over(product);
            }
        }

        return changed.Count == 0 ? snapshot : new CatalogueSnapshot($"{snapshot.Id}+{name}", snapshot, changed);
    }
}
