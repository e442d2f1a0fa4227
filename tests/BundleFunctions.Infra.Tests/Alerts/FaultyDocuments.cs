using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>Documents that can be down or slow.</summary>
internal sealed class FaultyDocuments(InMemoryDocumentStore inner) : IDocumentStore
{
    public bool IsDown { get; set; }

    public TimeSpan Delay { get; set; }

    public async Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        await MeetAsync(cancellationToken);
        return await inner.GetAsync(key, cancellationToken);
    }

    public async Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        await MeetAsync(cancellationToken);
        await inner.PutManyAsync(documents, cancellationToken);
    }

    public async Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken)
    {
        await MeetAsync(cancellationToken);
        return await inner.CompareAndSwapAsync(document, expectedETag, cancellationToken);
    }

    public async Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        await MeetAsync(cancellationToken);
        await inner.DeleteManyAsync(keys, cancellationToken);
    }

    /// <summary>Is asked while it is down.</summary>
    public async Task FailAsync(int times)
    {
        IsDown = true;
        for (var i = 0; i < times; i++)
        {
            await Should.ThrowAsync<StoreException>(() => GetAsync(new DocumentKey("p", "i"), default));
        }

        IsDown = false;
    }

    private async Task MeetAsync(CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new StoreException("429: too many requests.", isTransient: true);
        }

        await Task.Delay(Delay, cancellationToken);
    }
}
