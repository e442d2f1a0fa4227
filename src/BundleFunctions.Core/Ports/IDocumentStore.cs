namespace BundleFunctions.Ports;

/// <summary>Small documents by key: point reads, upserts, one compare-and-swap, deletes, and time to live. Nothing else.</summary>
/// <remarks>Failures of the store itself are <see cref="StoreException"/>, after the adapter's own bounded retries.</remarks>
public interface IDocumentStore
{
    /// <summary>Reads one document; null where there is none, or where its time has run out.</summary>
    Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken);

    /// <summary>Writes documents, new or over old ones, in no promised order. When it throws, any part of them may have been
    /// written; writing them again is safe.</summary>
    Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken);

    /// <summary>Creates the document (where <paramref name="expectedETag"/> is null and none exists) or replaces it (while it still has that ETag).</summary>
    /// <returns>The new ETag, or null where somebody else was first.</returns>
    Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken);

    /// <summary>Deletes documents; those that are not there do not matter.</summary>
    Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken);
}
