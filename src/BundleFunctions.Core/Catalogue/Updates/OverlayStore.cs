using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Catalogue.Updates;

/// <summary>Reads and replaces overlays.</summary>
internal sealed class OverlayStore(IBlobStore blobs)
{
    private const int MaxRaces = 50;

    /// <summary>The overlay with its ETag; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The blob is no overlay.</exception>
    public async Task<(CatalogueOverlay Value, string ETag)?> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var name = BlobLayout.CatalogueUpdates(shop);
        try
        {
            return await blobs.ReadJsonAsync(name, OverlayJson.Default.CatalogueOverlay, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Replaces the overlay by what <paramref name="change"/> makes of its products, again where somebody else was first.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="change">Changes the products it is given, or answers false to leave them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store failed, or others were first every time.</exception>
    public async Task ChangeAsync(
        ShopId shop, Func<SortedDictionary<string, ProductOverlay>, bool> change, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var stored = await ReadAsync(shop, cancellationToken);
            var products = new SortedDictionary<string, ProductOverlay>(
                stored?.Value.Products ?? [], StringComparer.Ordinal);
            if (!change(products))
            {
                return;
            }

            var condition = stored is { } known ? BlobCondition.Matches(known.ETag) : BlobCondition.Absent;
            var overlay = new CatalogueOverlay(products);
            if (await blobs.WriteJsonAsync(
                BlobLayout.CatalogueUpdates(shop), overlay, OverlayJson.Default.CatalogueOverlay, condition, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new StoreException($"The updates of {shop} were changed by others {MaxRaces} times in a row.", isTransient: true);
    }

    /// <summary>Leaves out what the files' newest word has overtaken, and products that there are no more.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="sources">When the files spoke last of each product.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task FoldAsync(ShopId shop, IReadOnlyDictionary<string, ProductSource> sources, CancellationToken cancellationToken) => ChangeAsync(
        shop,
        products =>
        {
            var changed = false;
            foreach (var (id, overlay) in products.ToArray())
            {
                var rest = sources.TryGetValue(id, out var source) ? overlay.After(source.LastModified) : new ProductOverlay();
                if (rest.IsEmpty())
                {
                    products.Remove(id);
                }
                else
                {
                    products[id] = rest;
                }

                changed |= rest != overlay;
            }

            return changed;
        },
        cancellationToken);
}
