using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Every time that a raw blob is opened it has grown since: somebody appends.</summary>
/// <param name="inner">Keeps the blobs.</param>
/// <param name="append">Appends, told how often it did before.</param>
internal sealed class GrowingBlobStore(IBlobStore inner, Func<int, Task> append) : IBlobStore
{
    /// <summary>Openings of raw blobs so far.</summary>
    public int Openings { get; private set; }

    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        var content = await inner.OpenAsync(name, cancellationToken);
        if (string.Equals(name.Container, BlobLayout.Events, StringComparison.Ordinal))
        {
            await append(Openings++);
        }

        return content;
    }

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);
}
