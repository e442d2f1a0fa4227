using System.Text.Json;
using BundleFunctions.Experiments;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Bandits;

/// <summary>Keeps what bandits have learnt: <c>experiments/{shop}/bandit.json</c>. It is worked out anew from the lake each time, so it can be lost.</summary>
public sealed class BanditTables(IBlobStore blobs)
{
    /// <summary>What is known; null where nothing was learnt yet.</summary>
    /// <exception cref="InvalidDataException">The blob is no table.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<BanditTable?> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(Name(shop), ExperimentJson.Default.BanditTable, cancellationToken))?.Value;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Name(shop)} is no table of a bandit: {e.Message}", e);
        }
    }

    /// <exception cref="StoreException">The store failed.</exception>
    public Task WriteAsync(ShopId shop, BanditTable table, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(Name(shop), table, ExperimentJson.Default.BanditTable, BlobCondition.None, cancellationToken);

    private static BlobName Name(ShopId shop) => new(BlobLayout.Experiments, $"{shop}/bandit.json");
}
