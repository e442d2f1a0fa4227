using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Associations;

/// <summary>Reads model folders, and believes nothing: format, length and hash are checked while reading.</summary>
public sealed class ModelReader(IBlobStore blobs)
{
    /// <summary>Reads a manifest; null where there is none.</summary>
    /// <param name="manifest"><c>models/{shop}/{modelId}/manifest.json</c>.</param>
    /// <exception cref="InvalidModelException">It is not JSON of that shape, of an unknown format version, or lies in another model's folder.</exception>
    public async Task<ModelManifest?> FindManifestAsync(BlobName manifest, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(manifest, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(blob.Content, cancellationToken: cancellationToken);
            RequireKnownVersion(json.RootElement, manifest);
            var read = json.Deserialize(ModelJson.Default.ModelManifest)!;
            return BlobLayout.ModelManifest(read.Shop, read.ModelId) == manifest ? read
                : throw new InvalidModelException($"{manifest} is the manifest of model {read.ModelId} of shop {read.Shop}.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{manifest} is not a model manifest: {e.Message}", e);
        }
    }

    /// <summary>A model's manifest; null where there is none, or where it cannot be read.</summary>
    public async Task<ModelManifest?> TryFindManifestAsync(BlobName manifest, CancellationToken cancellationToken)
    {
        try
        {
            return await FindManifestAsync(manifest, cancellationToken);
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }

    /// <summary>The manifests of the shop's models, in ordinal order of their ids. One that is damaged, or of another format version, is passed over: it can be
    /// neither compared with nor served, and must not keep the shop from training a better one.</summary>
    public async IAsyncEnumerable<ModelManifest> ListAsync(ShopId shop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in blobs.ListAsync(BlobLayout.Models, $"{shop}/", cancellationToken))
        {
            if (entry.Name.Path.EndsWith($"/{ModelFiles.Manifest}", StringComparison.Ordinal)
                && await TryFindManifestAsync(entry.Name, cancellationToken) is { } manifest)
            {
                yield return manifest;
            }
        }
    }

    /// <summary>The manifest of the shop's model that was trained last, of those that can be read; null where there is none.</summary>
    public async Task<ModelManifest?> FindNewestAsync(ShopId shop, CancellationToken cancellationToken)
    {
        ModelManifest? newest = null;
        await foreach (var manifest in ListAsync(shop, cancellationToken))
        {
            if (newest is null || (manifest.TrainedAt, manifest.ModelId).CompareTo((newest.TrainedAt, newest.ModelId)) > 0)
            {
                newest = manifest;
            }
        }

        return newest;
    }

    /// <summary>The model's lines, one by one, products in ordinal order. Length and hash can only be known at the end: what a
    /// reader makes of the lines counts only when the enumeration has ended without an exception.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    public async IAsyncEnumerable<ProductAssociations> ReadAssociationsAsync(
        ModelManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = FileOf(manifest, ModelFiles.Associations);
        var name = BlobLayout.ModelFile(manifest.Shop, manifest.ModelId, file.Name);
        await using var blob = await OpenAsync(file, name, cancellationToken);
        await using var verifying = new VerifyingStream(blob.Content, file, name.ToString());
        await using var gzip = OwnGzip.OpenRead(verifying, file.Length);
        await using var lines = JsonSerializer
            .DeserializeAsyncEnumerable(gzip, ModelJson.Lines.ProductAssociations, topLevelValues: true, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);

        ProductAssociations? last = null;
        var count = 0;
        while (await NextAsync(lines, name) is { } line)
        {
            if (last is not null && last.Product.CompareTo(line.Product) >= 0)
            {
                throw new InvalidModelException($"{name}: '{line.Product}' stands after '{last.Product}'; expected ordinal order.");
            }

            (last, count) = (line, count + 1);
            yield return line;
        }

        await verifying.VerifyAsync(cancellationToken);
        if (count != manifest.Products)
        {
            throw new InvalidModelException($"{name} has {count} lines; its manifest says {manifest.Products}.");
        }
    }

    /// <summary>What the model learned of demand; null where it has no such file.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged, or not what the manifest says.</exception>
    public Task<ElasticityTable?> FindElasticitiesAsync(ModelManifest manifest, CancellationToken cancellationToken) =>
        FindJsonAsync(manifest, ModelFiles.Elasticities, ElasticityJson.Default.ElasticityTable, static _ => true, cancellationToken);

    /// <summary>One of the model's JSON files; null where it has none of that name.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="fileName">One of <see cref="ModelFiles"/>.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="isSound">Whether what was read can be used.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidModelException">The file is missing, damaged, not sound, or not what the manifest says.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<T?> FindJsonAsync<T>(
        ModelManifest manifest, string fileName, JsonTypeInfo<T> type, Func<T, bool> isSound, CancellationToken cancellationToken)
        where T : class
    {
        if (!manifest.Files.Any(file => string.Equals(file.Name, fileName, StringComparison.Ordinal)))
        {
            return null;
        }

        await using var content = await ReadFileAsync(manifest, fileName, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(content, type) is { } read && isSound(read) ? read
                : throw new InvalidModelException($"{fileName} of model {manifest.ModelId} holds nothing that can be used.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"{fileName} of model {manifest.ModelId} is damaged: {e.Message}", e);
        }
    }

    /// <summary>One of the model's files, whole and verified. For files that fit into memory.</summary>
    /// <exception cref="InvalidModelException">The manifest names no such file, or it is missing, damaged, or not what the manifest says.</exception>
    public async Task<MemoryStream> ReadFileAsync(ModelManifest manifest, string fileName, CancellationToken cancellationToken)
    {
        var file = FileOf(manifest, fileName);
        var name = BlobLayout.ModelFile(manifest.Shop, manifest.ModelId, file.Name);
        await using var blob = await OpenAsync(file, name, cancellationToken);
        await using var verifying = new VerifyingStream(blob.Content, file, name.ToString());
        var content = new MemoryStream(checked((int)file.Length));
        await verifying.CopyToAsync(content, cancellationToken);
        await verifying.VerifyAsync(cancellationToken);
        content.Position = 0;
        return content;
    }

    private static ModelFile FileOf(ModelManifest manifest, string fileName) =>
        manifest.Files.FirstOrDefault(file => string.Equals(file.Name, fileName, StringComparison.Ordinal))
            ?? throw new InvalidModelException($"The manifest of model {manifest.ModelId} names no {fileName}.");

    private async Task<BlobContent> OpenAsync(ModelFile file, BlobName name, CancellationToken cancellationToken)
    {
        var blob = await blobs.OpenAsync(name, cancellationToken)
            ?? throw new InvalidModelException($"{name} is missing; its manifest names it.");
        if (blob.Entry.Length == file.Length)
        {
            return blob;
        }

        await blob.DisposeAsync();
        throw new InvalidModelException($"{name} has {blob.Entry.Length} bytes; its manifest says {file.Length}.");
    }

    // An iterator cannot yield inside a catch, so the catch stands here.
    private static async Task<ProductAssociations?> NextAsync(IAsyncEnumerator<ProductAssociations?> lines, BlobName name)
    {
        try
        {
            return !await lines.MoveNextAsync() ? null
                : lines.Current ?? throw new InvalidModelException($"{name} holds a null line.");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidModelException($"{name} is damaged: {e.Message}", e);
        }
    }

    private static void RequireKnownVersion(JsonElement root, BlobName manifest)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("formatVersion", out var version) || !version.TryGetInt32(out var number))
        {
            throw new InvalidModelException($"{manifest} has no formatVersion.");
        }

        if (number != ModelManifest.CurrentFormatVersion)
        {
            throw new InvalidModelException(
                $"{manifest} is of format version {number}; this program reads version {ModelManifest.CurrentFormatVersion}. Train the shop again.");
        }
    }
}
