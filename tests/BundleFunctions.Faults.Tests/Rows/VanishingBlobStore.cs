using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>The raw blob is deleted at its n-th opening: before it, or when half of it was read, as a store does that keeps no snapshot.</summary>
internal sealed class VanishingBlobStore(IBlobStore inner, int opening, bool whileRead) : IBlobStore
{
    private int _openings;

    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        if (!string.Equals(name.Container, BlobLayout.Events, StringComparison.Ordinal) || ++_openings != opening)
        {
            return await inner.OpenAsync(name, cancellationToken);
        }

        var content = whileRead ? await inner.OpenAsync(name, cancellationToken) : null;
        await inner.DeleteAsync(name, ifMatch: null, cancellationToken);
        return content is null
            ? null
            : new BlobContent(content.Entry, new Processes.HalfStream(content.Content, () =>
                throw new StoreException($"Reading {name}: status 404, BlobNotFound", isTransient: true)));
    }

    /// <summary>Openings of raw blobs so far.</summary>
    public int Openings => _openings;

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);
}
