using BundleFunctions.Associations;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Makes generation folders: the snapshot first, the manifest last. Until then nothing is visible.</summary>
internal sealed class GenerationStore(IBlobStore blobs, ModelReader models, SnapshotReader snapshots, TransientRetry retry)
{
    /// <summary>The generation of these inputs: the one that stands already, or a new one.</summary>
    /// <exception cref="InvalidModelException">The model cannot be read.</exception>
    /// <exception cref="InvalidDataException">The model contradicts itself.</exception>
    public async Task<GenerationManifest> EnsureAsync(GenerationInputs inputs, CancellationToken cancellationToken)
    {
        var shop = inputs.Model.Shop;
        if (await snapshots.ReadManifestAsync(shop, inputs.Name, cancellationToken) is { } existing)
        {
            return existing;
        }

        return await retry.RunAsync(
            async token =>
            {
                using var snapshot = new MemoryStream();
                var manifest = await new GenerationBuilder(inputs).BuildAsync(models.ReadAssociationsAsync(inputs.Model, token), snapshot, token);
                snapshot.Position = 0;
                await blobs.PutAsync(GenerationFiles.Bundles(shop, inputs.Name), snapshot, BlobCondition.None, token);
                await blobs.WriteJsonAsync(
                    GenerationFiles.Manifest(shop, inputs.Name), manifest, PublishingJson.Default.GenerationManifest, BlobCondition.None, token);
                return manifest;
            },
            cancellationToken);
    }
}
