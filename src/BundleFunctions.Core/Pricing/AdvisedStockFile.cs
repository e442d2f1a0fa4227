using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Pricing;

/// <summary>Where a plan's advice on stock lies for those who price: <c>reports/{shop}/slow-stock.json</c>.</summary>
/// <param name="blobs">The blob store.</param>
public sealed class AdvisedStockFile(IBlobStore blobs)
{
    /// <summary>Writes a shop's advice, over the last one; prices go by it when bundles are published next.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task WriteAsync(ShopId shop, AdvisedStock advice, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(NameOf(shop), advice, ElasticityJson.Default.AdvisedStock, BlobCondition.None, cancellationToken);

    /// <summary>A shop's advice; null where there is none, or it cannot be read: advice is no reason not to publish.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<AdvisedStock?> FindAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(NameOf(shop), ElasticityJson.Default.AdvisedStock, cancellationToken))?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BlobName NameOf(ShopId shop) => new(BlobLayout.Reports, $"{shop}/slow-stock.json");
}
