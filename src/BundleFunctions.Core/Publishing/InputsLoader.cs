using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>Gathers what a generation is made of.</summary>
internal sealed class InputsLoader(
    IBlobStore blobs, ShopDirectory shops, ModelReader models, CatalogueReader catalogues, TransientRetry retry)
{
    /// <summary>Reads model manifest, catalogue and settings; null, and why, where they make no generation.</summary>
    public async Task<(GenerationInputs? Inputs, string? Fault)> LoadAsync(BlobName manifestBlob, CancellationToken cancellationToken)
    {
        if (!string.Equals(manifestBlob.Container, BlobLayout.Models, StringComparison.Ordinal)
            || !manifestBlob.Path.EndsWith($"/{ModelFiles.Manifest}", StringComparison.Ordinal))
        {
            return (null, $"{manifestBlob} is no model manifest; expected {BlobLayout.Models}/{{shop}}/{{model}}/{ModelFiles.Manifest}.");
        }

        if (await retry.RunAsync(token => models.FindManifestAsync(manifestBlob, token), cancellationToken) is not { } model)
        {
            return (null, $"{manifestBlob} is not there.");
        }

        var settings = await retry.RunAsync(token => shops.GetSettingsAsync(model.Shop, token), cancellationToken);
        if (await retry.RunAsync(token => catalogues.ReadLiveAsync(model.Shop, token), cancellationToken) is not { } catalogue)
        {
            return (null, $"Shop {model.Shop} has no catalogue yet; nothing can be priced.");
        }

        var switched = await blobs.FindAsync(BlobLayout.CurrentSnapshot(model.Shop), cancellationToken);
        var updated = await blobs.FindAsync(BlobLayout.CatalogueUpdates(model.Shop), cancellationToken);
        var asOf = switched?.LastModified > model.TrainedAt ? switched.LastModified : model.TrainedAt;
        asOf = updated?.LastModified > asOf ? updated.LastModified : asOf;
        var elasticities = await retry.RunAsync(token => models.FindElasticitiesAsync(model, token), cancellationToken);
        var advised = await retry.RunAsync(token => new AdvisedStockFile(blobs).FindAsync(model.Shop, token), cancellationToken);
        return advised?.Holds(settings.Pricing, asOf) == true
            ? (new GenerationInputs(model, catalogue, asOf, settings, (elasticities ?? ElasticityTable.Empty) with { Advised = advised }), null)
            : (new GenerationInputs(model, catalogue, asOf, settings, elasticities), null);
    }
}
