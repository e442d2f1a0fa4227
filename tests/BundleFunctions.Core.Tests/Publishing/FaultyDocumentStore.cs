using BundleFunctions.Ports;

namespace BundleFunctions.Core.Tests.Publishing;

internal sealed class FaultyDocumentStore(IDocumentStore inner) : IDocumentStore
{
    public StoreFaults Faults { get; } = new();

    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.GetAsync(key, cancellationToken), cancellationToken);

    public Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken) =>
        Faults.CallAsync(
            async () =>
            {
                await inner.PutManyAsync(documents, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken) =>
        Faults.CallAsync(() => inner.CompareAndSwapAsync(document, expectedETag, cancellationToken), cancellationToken);

    public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) =>
        Faults.CallAsync(
            async () =>
            {
                await inner.DeleteManyAsync(keys, cancellationToken);
                return true;
            },
            cancellationToken);
}
