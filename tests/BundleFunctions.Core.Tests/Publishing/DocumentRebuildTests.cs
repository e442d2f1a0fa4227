using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.Core.Tests.Publishing;

/// <summary>The document store is lost and rebuilt from blobs. <c>BUNDLES_REBUILD_DOCUMENTS</c> sets the size; the full one is 100,000.</summary>
public sealed class DocumentRebuildTests : IDisposable
{
    private static readonly int Documents =
        int.TryParse(Environment.GetEnvironmentVariable("BUNDLES_REBUILD_DOCUMENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 2_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundles-rebuild-");
    private readonly Kitchen _kitchen = new();

    [Fact]
    public async Task Restore_StoreLostAndRunKilledThreeTimes_EqualsTheOriginal()
    {
        await _kitchen.PutCatalogueAsync(Kitchen.PairProducts(Documents / 2));
        var published = await _kitchen.PublishAsync(await _kitchen.PutModelAsync(Kitchen.Pairs(Documents / 2), totalOrders: 10 * Documents));
        published.DocumentsWritten.ShouldBe(Documents + 1);
        var keys = _kitchen.Memory.Keys;

        using var lost = new SqliteDocumentStore(Path.Combine(_folder.FullName, "documents.db"), _kitchen.Clock);
        foreach (var share in new[] { 0.1, 0.5, 0.9 })
        {
            using var kill = new CancellationTokenSource();
            var dying = new KilledAfter(lost, (int)(share * Documents / 256), kill);
            await Should.ThrowAsync<OperationCanceledException>(() => Restorer(dying).RestoreAsync(Kitchen.Shop, kill.Token));

            // Nothing serves from half a generation: the pointer comes last.
            (await lost.GetAsync(GenerationFiles.Pointer(Kitchen.Shop), default)).ShouldBeNull();
        }

        var report = await Restorer(lost).RestoreAsync(Kitchen.Shop, default);

        report.ShouldBe(new RestoreReport(Kitchen.Shop, published.Manifest!.Generation, Documents + 1, PointerRestored: true, null));
        foreach (var key in keys)
        {
            var original = await _kitchen.Memory.GetAsync(key, default);
            var rebuilt = await lost.GetAsync(key, default);
            rebuilt.ShouldNotBeNull(key.ToString()).Body.Span.SequenceEqual(original!.Body.Span).ShouldBeTrue(key.ToString());
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private GenerationRestorer Restorer(IDocumentStore documents) =>
        new(_kitchen.Blobs, documents, _kitchen.Clock, Kitchen.Publishing with { BatchSize = 256 });

    /// <summary>Dies within a write after so many, as a process does.</summary>
    private sealed class KilledAfter(IDocumentStore inner, int writes, CancellationTokenSource kill) : IDocumentStore
    {
        private int _writes;

        public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

        public async Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
        {
            if (++_writes > writes)
            {
                await inner.PutManyAsync([.. documents.Take(documents.Count / 2)], cancellationToken);
                await kill.CancelAsync();
                throw new OperationCanceledException(kill.Token);
            }

            await inner.PutManyAsync(documents, cancellationToken);
        }

        public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken) =>
            inner.CompareAndSwapAsync(document, expectedETag, cancellationToken);

        public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) => inner.DeleteManyAsync(keys, cancellationToken);
    }
}
