using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations.Drift;

/// <summary>Keeps each shop's <see cref="DriftRecord"/>.</summary>
internal sealed class DriftRecords(IBlobStore blobs)
{
    /// <summary>The last measurement; null where there is none, or where it cannot be read (then the next one mends it).</summary>
    public async Task<DriftRecord?> FindAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(Name(shop), DriftJson.Default.DriftRecord, cancellationToken))?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Task SaveAsync(ShopId shop, DriftRecord record, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(Name(shop), record, DriftJson.Default.DriftRecord, BlobCondition.None, cancellationToken);

    private static BlobName Name(ShopId shop) => new(BlobLayout.Jobs, $"{shop}/drift.json");
}
