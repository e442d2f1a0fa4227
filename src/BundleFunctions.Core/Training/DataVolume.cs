using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Training;

/// <summary>How much there is to learn from.</summary>
/// <param name="Events">Events that intake accepted.</param>
/// <param name="Orders">Orders of the last model; null before the first one.</param>
/// <param name="Products">Products of the current catalogue.</param>
public sealed record DataVolume(long Events, long? Orders, long Products)
{
    /// <summary>Adds up what lies in the stores: reads commits and manifests, not data.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<DataVolume> ReadAsync(IBlobStore blobs, ShopId shop, TrainedRecord? trained, CancellationToken cancellationToken)
    {
        var commits = await LakeCommits.ReadAsync(blobs, shop, cancellationToken);
        var catalogue = await new SnapshotStore(blobs).ReadPointerAsync(shop, cancellationToken);
        var model = trained is null ? null : await blobs.ReadJsonAsync(
            BlobLayout.ModelManifest(shop, trained.ModelId), ModelJson.Default.ModelManifest, cancellationToken);
        return new DataVolume(commits.Sum(commit => commit.Accepted), model?.Value.TotalOrders, catalogue?.Value.Products ?? 0);
    }
}
