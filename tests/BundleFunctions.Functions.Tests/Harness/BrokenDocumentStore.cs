using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>Documents that can be made unreachable.</summary>
internal sealed class BrokenDocumentStore : IDocumentStore
{
    private readonly InMemoryDocumentStore _inner = new();

    public bool IsBroken { get; set; }

    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) => Working.GetAsync(key, cancellationToken);

    public Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken) =>
        Working.PutManyAsync(documents, cancellationToken);

    public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken) =>
        Working.CompareAndSwapAsync(document, expectedETag, cancellationToken);

    public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) =>
        Working.DeleteManyAsync(keys, cancellationToken);

    private InMemoryDocumentStore Working =>
        IsBroken ? throw new StoreException("secret-endpoint cannot be reached.", isTransient: true) : _inner;
}
