using BundleFunctions.Ports;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>One blob cannot be opened, however often it is tried.</summary>
internal sealed class PoisonBlobStore(IBlobStore inner, BlobName poison) : IBlobStore
{
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) => name == poison
        ? throw new StoreException($"Opening {name}: status 409, no code: the blob is archived.", isTransient: false)
        : inner.OpenAsync(name, cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);
}
