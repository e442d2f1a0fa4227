using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Hygiene;

/// <summary>The newest report of a shop: blob <c>rejects/{shop}/hygiene.json</c>. It lies with what intake refused, where erasure looks for names.</summary>
public sealed class HygieneReports(IBlobStore blobs)
{
    /// <exception cref="StoreException">The store failed.</exception>
    public Task SaveAsync(ShopId shop, HygieneReport report, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(Name(shop), report, HygieneJson.Default.HygieneReport, BlobCondition.None, cancellationToken);

    /// <summary>The report of the last training; null where there was none.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<HygieneReport?> FindAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await blobs.ReadJsonAsync(Name(shop), HygieneJson.Default.HygieneReport, cancellationToken))?.Value;

    private static BlobName Name(ShopId shop) => new(BlobLayout.Rejects, $"{shop}/hygiene.json");
}
