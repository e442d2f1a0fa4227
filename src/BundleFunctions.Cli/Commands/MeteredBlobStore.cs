using BundleFunctions.Ports;

namespace BundleFunctions.Cli.Commands;

/// <summary>Tells how much is read of one blob.</summary>
internal sealed class MeteredBlobStore(IBlobStore inner, BlobName metered, Action<int> read) : IBlobStore
{
    /// <inheritdoc/>
    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        var blob = await inner.OpenAsync(name, cancellationToken);
        return blob is not null && name == metered ? new BlobContent(blob.Entry, new MeteredStream(blob.Content, read)) : blob;
    }

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) => inner.DeleteAsync(name, ifMatch, cancellationToken);
}
