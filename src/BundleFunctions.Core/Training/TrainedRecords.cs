using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Training;

/// <summary>Keeps each shop's <see cref="TrainedRecord"/>.</summary>
public sealed class TrainedRecords(IBlobStore blobs)
{
    /// <summary>The shop's last finished training; null where there was none, or where its record cannot be read (then training again mends it).</summary>
    public async Task<TrainedRecord?> FindAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(Name(shop), TrainingJson.Default.TrainedRecord, cancellationToken))?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Task SaveAsync(ShopId shop, TrainedRecord record, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(Name(shop), record, TrainingJson.Default.TrainedRecord, BlobCondition.None, cancellationToken);

    private static BlobName Name(ShopId shop) => new(BlobLayout.Jobs, $"{shop}/trained.json");
}
