using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Testing;

/// <summary>Blobs in memory, for unit tests: keeps the whole contract of <see cref="IBlobStore"/>.</summary>
public sealed class InMemoryBlobStore(TimeProvider clock) : IBlobStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Container, string Path), Version> _blobs = new(Comparer<(string, string)>.Create(Compare));
    private long _writes;

    /// <summary>A store that takes its times from the system's clock.</summary>
    public InMemoryBlobStore()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        var version = Find(name, cancellationToken);
        return Task.FromResult(version is null ? null : new BlobContent(version.Entry, new MemoryStream(version.Bytes, writable: false)));
    }

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Task.FromResult(Find(name, cancellationToken)?.Entry);

    /// <inheritdoc/>
    public async Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken)
    {
        BlobName.ThrowIfInvalid(name);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        lock (_gate)
        {
            var current = _blobs.GetValueOrDefault((name.Container, name.Path));
            if ((condition.IfAbsent && current is not null)
                || (condition.IfMatch is { } etag && !string.Equals(etag, current?.Entry.ETag, StringComparison.Ordinal)))
            {
                return null;
            }

            var entry = new BlobEntry(name, $"\"m{++_writes}\"", buffer.Length, clock.GetUtcNow());
            _blobs[(name.Container, name.Path)] = new Version(entry, buffer.ToArray());
            return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<BlobEntry> found;
        lock (_gate)
        {
            found = [.. _blobs.Values.Select(version => version.Entry).Where(entry =>
                string.Equals(entry.Name.Container, container, StringComparison.Ordinal)
                && entry.Name.Path.StartsWith(prefix, StringComparison.Ordinal))];
        }

        foreach (var entry in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var current = Find(name, cancellationToken);
            var matches = current is not null && (ifMatch is null || string.Equals(ifMatch, current.Entry.ETag, StringComparison.Ordinal));
            return Task.FromResult(matches && _blobs.Remove((name.Container, name.Path)));
        }
    }

    private static int Compare((string Container, string Path) left, (string Container, string Path) right) =>
        string.CompareOrdinal(left.Container, right.Container) is var order and not 0 ? order : string.CompareOrdinal(left.Path, right.Path);

    private Version? Find(BlobName name, CancellationToken cancellationToken)
    {
        BlobName.ThrowIfInvalid(name);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return _blobs.GetValueOrDefault((name.Container, name.Path));
        }
    }

    private sealed record Version(BlobEntry Entry, byte[] Bytes);
}
