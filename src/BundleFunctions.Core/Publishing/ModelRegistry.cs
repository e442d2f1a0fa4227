using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>Every model of a shop, and which of them is the default. The folders say what there is, the pointer says what serves: nothing
/// here could contradict either.</summary>
/// <param name="blobs">Holds both; the pointer as the copy that every switch leaves beside the generations.</param>
/// <param name="models">Reads manifests.</param>
public sealed class ModelRegistry(IBlobStore blobs, ModelReader models)
{
    /// <summary>The shop's models, the one trained last first; those that cannot be read are left out.</summary>
    /// <exception cref="InvalidDataException">The pointer's copy cannot be read.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<RegisteredModel>> ListAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var pointer = await PointerCopy.ReadAsync(blobs, shop, cancellationToken);
        var listed = new List<RegisteredModel>();
        await foreach (var manifest in models.ListAsync(shop, cancellationToken))
        {
            listed.Add(new RegisteredModel(manifest, PlaceOf(manifest.ModelId, pointer)));
        }

        return [.. listed.OrderByDescending(model => model.Manifest.TrainedAt).ThenBy(model => model.Manifest.ModelId)];
    }

    /// <summary>The model that serves: what a new one has to beat. Where nothing was published yet, the one trained last; null where there
    /// is none at all, and where the one that serves is damaged or of another format version: a training is what mends that.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<ModelManifest?> FindChampionAsync(ShopId shop, CancellationToken cancellationToken) =>
        await PointerCopy.ReadAsync(blobs, shop, cancellationToken) is { } pointer
            ? await models.TryFindManifestAsync(BlobLayout.ModelManifest(shop, pointer.CurrentInfo.ModelId), cancellationToken)
            : await models.FindNewestAsync(shop, cancellationToken);

    private static ModelPlace PlaceOf(ModelId model, ShopPointer? pointer)
    {
        if (pointer is null)
        {
            return ModelPlace.Waiting;
        }

        GenerationInfo[] generations = [.. pointer.History.Where(info => info.ModelId == model)];
        return pointer.CurrentInfo.ModelId == model ? ModelPlace.Default
            : generations.Any(info => info.Withdrawn) ? ModelPlace.Withdrawn
            : generations.Any(info => info.Generation == pointer.Previous) ? ModelPlace.Previous
            : generations.Length > 0 ? ModelPlace.Former
            : ModelPlace.Waiting;
    }
}
