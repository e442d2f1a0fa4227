using BundleFunctions.Ports;

namespace BundleFunctions.Core.Tests.Publishing;

internal sealed class FaultyBlobStore(IBlobStore inner) : IBlobStore
{
    public StoreFaults Faults { get; } = new();

    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.OpenAsync(name, cancellationToken), cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.FindAsync(name, cancellationToken), cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.PutAsync(name, content, condition, cancellationToken), cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.DeleteAsync(name, ifMatch, cancellationToken), cancellationToken);
}
