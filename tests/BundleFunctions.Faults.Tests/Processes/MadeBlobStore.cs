using BundleFunctions.Ports;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>A store in which one blob is made as it is read, however large; all others are another store's.</summary>
internal sealed class MadeBlobStore(IBlobStore inner, BlobName made, Func<IEnumerable<byte[]>> pieces) : IBlobStore
{
    private BlobEntry? _entry;

    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) => name == made
        ? Task.FromResult<BlobContent?>(new BlobContent(Entry, new RepeatedStream(pieces())))
        : inner.OpenAsync(name, cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        name == made ? Task.FromResult<BlobEntry?>(Entry) : inner.FindAsync(name, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        inner.PutAsync(name, content, condition, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        inner.DeleteAsync(name, ifMatch, cancellationToken);

    private BlobEntry Entry => _entry ??= new BlobEntry(
        made, "\"made\"", pieces().Sum(piece => (long)piece.Length), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
}
