using BundleFunctions.Ports;

namespace BundleFunctions.Testing;

/// <summary>Documents in memory, for unit tests: keeps the whole contract of <see cref="IDocumentStore"/>.</summary>
public sealed class InMemoryDocumentStore(TimeProvider clock) : IDocumentStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DocumentKey, Version> _documents = [];
    private long _writes;

    /// <summary>A store that counts time to live by the system's clock.</summary>
    public InMemoryDocumentStore()
        : this(TimeProvider.System)
    {
    }

    /// <summary>What is kept now, in ordinal order of partition and id.</summary>
    public IReadOnlyList<DocumentKey> Keys
    {
        get
        {
            lock (_gate)
            {
                return [.. _documents.Keys.Where(key => FindLive(key) is not null)
                    .OrderBy(key => key.Partition, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal)];
            }
        }
    }

    /// <inheritdoc/>
    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(FindLive(key));
        }
    }

    /// <inheritdoc/>
    public Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            DocumentKey.ThrowIfInvalid(document.Key);
        }

        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                Write(document);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(document.Key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var current = FindLive(document.Key);
            return Task.FromResult(string.Equals(current?.ETag, expectedETag, StringComparison.Ordinal) ? Write(document) : null);
        }
    }

    /// <inheritdoc/>
    public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            DocumentKey.ThrowIfInvalid(key);
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                _documents.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private StoredDocument? FindLive(DocumentKey key) =>
        _documents.TryGetValue(key, out var version) && !(version.Expires <= clock.GetUtcNow()) ? version.Stored : null;

    private string Write(Document document)
    {
        var etag = $"\"m{++_writes}\"";
        _documents[document.Key] = new Version(
            new StoredDocument(document.Body.ToArray(), etag), clock.GetUtcNow() + document.TimeToLive);
        return etag;
    }

    private sealed record Version(StoredDocument Stored, DateTimeOffset? Expires);
}
