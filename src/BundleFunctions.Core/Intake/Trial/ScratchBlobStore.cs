using System.Runtime.CompilerServices;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake.Trial;

/// <summary>A store over another one that keeps what is written to itself, so that the one below stays as it is. What lands in the lake and
/// among the refused lines is not kept at all.</summary>
/// <param name="below">Read, and never written.</param>
/// <param name="time">Stamps what is written.</param>
internal sealed class ScratchBlobStore(IBlobStore below, TimeProvider time) : IBlobStore
{
    private readonly SortedDictionary<string, (BlobEntry Entry, Func<Stream> Open)?> _own = new(StringComparer.Ordinal);
    private long _writes;

    /// <summary>Shows a file as a blob, without reading it.</summary>
    public void Show(BlobName name, long length, Func<Stream> open) => _own[name.ToString()] = (Entry(name, length), open);

    /// <inheritdoc/>
    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
        !_own.TryGetValue(name.ToString(), out var own) ? await below.OpenAsync(name, cancellationToken)
        : own is { } blob ? new BlobContent(blob.Entry, blob.Open())
        : null;

    /// <inheritdoc/>
    public async Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        _own.TryGetValue(name.ToString(), out var own) ? own?.Entry : await below.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken)
    {
        var current = await FindAsync(name, cancellationToken);
        if ((condition.IfAbsent && current is not null)
            || (condition.IfMatch is { } etag && !string.Equals(etag, current?.ETag, StringComparison.Ordinal)))
        {
            return null;
        }

        var entry = Entry(name, content.Length - content.Position);
        var bytes = new MemoryStream();
        if (name.Container is not (BlobLayout.Lake or BlobLayout.Rejects))
        {
            await content.CopyToAsync(bytes, cancellationToken);
        }

        _own[name.ToString()] = (entry, () => new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false));
        return entry;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, BlobEntry>(StringComparer.Ordinal);
        await foreach (var entry in below.ListAsync(container, prefix, cancellationToken))
        {
            found[entry.Name.Path] = entry;
        }

        foreach (var (name, own) in _own.Where(pair => pair.Key.StartsWith($"{container}/{prefix}", StringComparison.Ordinal)))
        {
            _ = found.Remove(name[(container.Length + 1)..]);
            if (own is { } blob)
            {
                found[blob.Entry.Name.Path] = blob.Entry;
            }
        }

        foreach (var entry in found.Values)
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken)
    {
        var current = await FindAsync(name, cancellationToken);
        if (current is null || (ifMatch is not null && !string.Equals(ifMatch, current.ETag, StringComparison.Ordinal)))
        {
            return false;
        }

        _own[name.ToString()] = null;
        return true;
    }

    private BlobEntry Entry(BlobName name, long length) => new(name, $"\"scratch-{++_writes}\"", length, time.GetUtcNow());
}
