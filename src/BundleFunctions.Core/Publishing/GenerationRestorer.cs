using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Rebuilds the document store from the snapshots, which are the source of truth.</summary>
public sealed class GenerationRestorer
{
    private readonly IBlobStore _blobs;
    private readonly SnapshotReader _snapshots;
    private readonly DocumentWriter _writer;
    private readonly GenerationPointers _pointers;

    public GenerationRestorer(IBlobStore blobs, IDocumentStore documents, TimeProvider clock, PublishingOptions options)
    {
        var retry = new TransientRetry(options, clock);
        _blobs = new RetryingBlobStore(blobs, retry);
        _snapshots = new SnapshotReader(_blobs);
        _writer = new DocumentWriter(documents, _snapshots, retry, options);
        _pointers = new GenerationPointers(documents, retry);
    }

    /// <summary>Writes the documents of the generation that serves again, and the pointer where it was lost.</summary>
    /// <exception cref="StoreException">A store failed; the call can be repeated.</exception>
    public async Task<RestoreReport> RestoreAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var standing = await _pointers.ReadAsync(shop, cancellationToken);
            if ((standing ?? await PointerCopy.ReadAsync(_blobs, shop, cancellationToken)) is not { } pointer)
            {
                return new RestoreReport(shop, null, 0, PointerRestored: false, $"Shop {shop} has published nothing yet.");
            }

            var written = await WriteDocumentsAsync(shop, pointer.Current, cancellationToken);
            if (standing is null)
            {
                await _pointers.UpdateAsync(shop, now => now is null ? pointer : null, cancellationToken);
            }

            return new RestoreReport(shop, pointer.Current, written, standing is null, null);
        }
        catch (InvalidDataException e)
        {
            return new RestoreReport(shop, null, 0, PointerRestored: false, e.Message);
        }
    }

    /// <summary>Writes the documents of one generation again.</summary>
    /// <exception cref="InvalidDataException">Its snapshot is missing or damaged.</exception>
    internal async Task<int> WriteDocumentsAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken)
    {
        var manifest = await _snapshots.ReadManifestAsync(shop, generation, cancellationToken)
            ?? throw new InvalidDataException($"{GenerationFiles.Manifest(shop, generation)} is missing.");
        return await _writer.WriteAsync(manifest, cancellationToken);
    }
}
