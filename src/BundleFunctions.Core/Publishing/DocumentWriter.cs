using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Writes a generation's documents from its snapshot, and proves that they are there.</summary>
internal sealed class DocumentWriter(IDocumentStore documents, SnapshotReader snapshots, TransientRetry retry, PublishingOptions options)
{
    /// <summary>Writes all documents of a whole generation; writing them again is safe.</summary>
    /// <returns>Documents that the store acknowledged: as many as the manifest says.</returns>
    /// <exception cref="InvalidDataException">The snapshot does not hold what its manifest says.</exception>
    /// <exception cref="StoreException">The store failed, or gave a document back changed.</exception>
    public async Task<int> WriteAsync(GenerationManifest manifest, CancellationToken cancellationToken)
    {
        var batch = new List<Document>(options.BatchSize);
        var samples = new List<Document>(options.SampleReads);
        var (written, seen) = (0, 0);
        var index = new BundleIndex();
        var stride = Math.Max(1, manifest.Documents / Math.Max(1, options.SampleReads));
        await foreach (var document in DocumentsAsync(manifest, index, cancellationToken))
        {
            batch.Add(document);
            if (seen++ % stride == 0 && samples.Count < options.SampleReads)
            {
                samples.Add(document);
            }

            if (batch.Count == options.BatchSize)
            {
                written += await PutAsync(batch, cancellationToken);
            }
        }

        written += await PutAsync(batch, cancellationToken);
        if (written != manifest.Documents)
        {
            throw new InvalidDataException(
                $"The snapshot of generation {manifest.Generation} holds {written} lists, persons' among them; its manifest says {manifest.Documents}.");
        }

        foreach (var chunk in index.Documents(manifest.Shop, manifest.Generation, manifest.Bundles, options.DocumentTimeToLive).Chunk(options.BatchSize))
        {
            await PutAsync([.. chunk], cancellationToken);
        }

        foreach (var sample in samples)
        {
            await ProveAsync(sample, cancellationToken);
        }

        return written;
    }

    private async IAsyncEnumerable<Document> DocumentsAsync(
        GenerationManifest manifest, BundleIndex index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var list in snapshots.ReadListsAsync(manifest.Shop, manifest.Generation, cancellationToken))
        {
            index.Add(list);
            yield return new Document(
                GenerationFiles.List(manifest.Shop, list.Product, manifest.Generation), ListDocumentCodec.Encode(list), options.DocumentTimeToLive);
        }

        await foreach (var (user, body) in snapshots.ReadUsersAsync(manifest, cancellationToken))
        {
            yield return new Document(GenerationFiles.User(manifest.Shop, user, manifest.Generation), body, options.DocumentTimeToLive);
        }
    }

    private async Task<int> PutAsync(List<Document> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            await retry.RunAsync(token => documents.PutManyAsync(batch, token), cancellationToken);
        }

        var count = batch.Count;
        batch.Clear();
        return count;
    }

    private async Task ProveAsync(Document sample, CancellationToken cancellationToken)
    {
        var stored = await retry.RunAsync(token => documents.GetAsync(sample.Key, token), cancellationToken);
        if (stored is null || !Holds(stored.Body, sample.Body))
        {
            throw new StoreException(
                $"Document {sample.Key.Partition}/{sample.Key.Id} was acknowledged and is {(stored is null ? "not there" : "another")}.", isTransient: true);
        }
    }

    /// <summary>Whether the stored object has every field as it was written; a store may add fields of its own.</summary>
    private static bool Holds(ReadOnlyMemory<byte> stored, ReadOnlyMemory<byte> written)
    {
        using var left = JsonDocument.Parse(stored);
        using var right = JsonDocument.Parse(written);
        foreach (var field in right.RootElement.EnumerateObject())
        {
            if (!left.RootElement.TryGetProperty(field.Name, out var value) || !JsonElement.DeepEquals(value, field.Value))
            {
                return false;
            }
        }

        return true;
    }
}
