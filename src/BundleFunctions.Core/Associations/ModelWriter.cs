using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Associations;

/// <summary>Writes model folders: the files first, the manifest last. Until then nothing is visible.</summary>
public sealed class ModelWriter(IBlobStore blobs)
{
    /// <summary>Names a model by its content and writes it.</summary>
    /// <param name="draft">What the manifest says of it.</param>
    /// <param name="associations">What is bought with what.</param>
    /// <param name="more">Its other files.</param>
    /// <returns>The manifest; the one that stands already where an equal model was written before.</returns>
    /// <exception cref="StoreException">The store failed; writing again is safe.</exception>
    public async Task<ModelManifest> WriteAsync(ModelDraft draft, StagedAssociations associations, IReadOnlyList<StagedFile> more, CancellationToken cancellationToken)
    {
        var metrics = JsonSerializer.SerializeToUtf8Bytes(draft.Metrics, ModelJson.Indented.ModelMetrics);
        var metricsFile = FileOf(ModelFiles.Metrics, metrics);
        var elasticities = draft.Elasticities is null ? null
            : JsonSerializer.SerializeToUtf8Bytes(draft.Elasticities, ElasticityJson.Default.ElasticityTable);
        StagedFile[] staged = [associations.Staged, .. more];
        ModelFile[] files = [.. staged.Select(file => file.File), metricsFile];
        files = elasticities is null ? files : [.. files, FileOf(ModelFiles.Elasticities, elasticities)];
        var manifest = new ModelManifest
        {
            FormatVersion = ModelManifest.CurrentFormatVersion,
            Shop = draft.Shop,
            ModelId = Name(draft, files),
            Model = draft.Model,
            TrainedAt = draft.TrainedAt,
            DataThrough = draft.Metrics.DataThrough,
            CatalogueSnapshot = draft.CatalogueSnapshot,
            TotalOrders = draft.Metrics.TotalOrders,
            Products = draft.Metrics.Products,
            Metrics = draft.Metrics.Figures,
            Files = files,
            Gate = draft.Gate,
            Order = draft.Order,
            OrderGate = draft.OrderGate,
            Options = draft.Options,
        };

        var name = BlobLayout.ModelManifest(draft.Shop, manifest.ModelId);
        if (await FindManifestAsync(name, cancellationToken) is { } existing)
        {
            return existing;
        }

        // A killed run may have left files of this name: they hold the same bytes, since the name is their hash.
        foreach (var file in staged)
        {
            await PutAsync(manifest, file.File, file.Content, cancellationToken);
        }

        await PutAsync(manifest, metricsFile, new MemoryStream(metrics, writable: false), cancellationToken);
        if (elasticities is not null)
        {
            await PutAsync(manifest, files[^1], new MemoryStream(elasticities, writable: false), cancellationToken);
        }

        var written = await blobs.WriteJsonAsync(name, manifest, ModelJson.Indented.ModelManifest, BlobCondition.Absent, cancellationToken);
        return written is not null ? manifest
            : await FindManifestAsync(name, cancellationToken)
                ?? throw new StoreException($"{name} was there when it was written and is gone now.", isTransient: true);
    }

    private static ModelFile FileOf(string name, byte[] content) =>
        new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    private async Task<ModelManifest?> FindManifestAsync(BlobName name, CancellationToken cancellationToken) =>
        (await blobs.ReadJsonAsync(name, ModelJson.Default.ModelManifest, cancellationToken))?.Value;

    private Task PutAsync(ModelManifest manifest, ModelFile file, Stream content, CancellationToken cancellationToken) =>
        blobs.PutAsync(BlobLayout.ModelFile(manifest.Shop, manifest.ModelId, file.Name), content, BlobCondition.None, cancellationToken);

    private static ModelId Name(ModelDraft draft, IReadOnlyList<ModelFile> files)
    {
        var text = new StringBuilder()
            .Append("format ").Append(ModelManifest.CurrentFormatVersion).Append('\n')
            .Append("model ").Append(draft.Model).Append('\n')
            .Append("catalogue ").Append(draft.CatalogueSnapshot).Append('\n')
            .Append("options ").Append(draft.Options).Append('\n');

        // Persons are pseudonyms under this deployment's key: the same data make the same model under any. Segments carry on what the last model called them.
        foreach (var file in files.Where(file => file.Name is not (ModelFiles.Users or ModelFiles.Profiles or ModelFiles.Segments or ModelFiles.Response)))
        {
            text.Append(file.Name).Append(' ').Append(file.Sha256).Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Identifier.Parse<ModelId>(Convert.ToHexStringLower(hash)[..32]);
    }
}
