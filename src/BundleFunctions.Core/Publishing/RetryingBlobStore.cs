using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Blobs whose calls are made again where the store failed for a moment.</summary>
internal sealed class RetryingBlobStore(IBlobStore inner, TransientRetry retry) : IBlobStore
{
    /// <inheritdoc/>
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
        retry.RunAsync(token => inner.OpenAsync(name, token), cancellationToken);

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        retry.RunAsync(token => inner.FindAsync(name, token), cancellationToken);

    /// <inheritdoc/>
    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken)
    {
        var start = content.Position;
        return retry.RunAsync(
            token =>
            {
                content.Position = start;
                return inner.PutAsync(name, content, condition, token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        retry.RunAsync(token => inner.DeleteAsync(name, ifMatch, token), cancellationToken);
}
