using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Tests.Harness;

/// <summary>A store that can be told to fail its look-ups and listings as an unreachable one does.</summary>
internal sealed class FaultyBlobStore(IBlobStore inner) : IBlobStore
{
    public bool Fails { get; set; }

    public bool FailsListing { get; set; } = true;

    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
        Checked(Fails).OpenAsync(name, cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Checked(Fails).FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        Checked(Fails && FailsListing).ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);

    private IBlobStore Checked(bool fails) => fails ? throw new StoreException("The store cannot be reached.", isTransient: true) : inner;
}
