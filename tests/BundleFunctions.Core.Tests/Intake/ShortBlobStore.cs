using BundleFunctions.Ports;

namespace BundleFunctions.Core.Tests.Intake;

/// <summary>Breaks its promise: every blob ends a byte early.</summary>
internal sealed class ShortBlobStore(IBlobStore inner) : IBlobStore
{
    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        if (name.Container != Shops.BlobLayout.Events || await inner.OpenAsync(name, cancellationToken) is not { } blob)
        {
            return await inner.OpenAsync(name, cancellationToken);
        }

        var content = new byte[blob.Entry.Length - 1];
        await blob.Content.ReadExactlyAsync(content, cancellationToken);
        return new BlobContent(blob.Entry, new MemoryStream(content));
    }

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);
}
