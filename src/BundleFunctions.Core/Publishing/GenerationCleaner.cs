using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Deletes generations that nobody can go back to.</summary>
internal sealed class GenerationCleaner(
    IBlobStore blobs, IDocumentStore documents, SnapshotReader snapshots, TransientRetry retry, PublishingOptions options)
{
    /// <summary>Deletes the documents, then the files of every superseded generation that the pointer remembers, but for the current one, the
    /// previous one and the newest few. A generation whose deletion was cut short is deleted by the next call.</summary>
    /// <returns>Generations deleted.</returns>
    public async Task<int> CleanAsync(ShopId shop, ShopPointer pointer, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var superseded = pointer.History
            .Select(info => info.Generation)
            .Where(generation => generation != pointer.Current && generation != pointer.Previous)
            .Skip(options.KeepGenerations);
        foreach (var generation in superseded)
        {
            if (await blobs.FindAsync(GenerationFiles.Bundles(shop, generation), cancellationToken) is not null)
            {
                await DeleteAsync(shop, generation, cancellationToken);
                deleted++;
            }
        }

        return deleted;
    }

    private async Task DeleteAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken)
    {
        await DeleteDocumentsAsync(shop, generation, cancellationToken);

        // The list of documents goes last: as long as it is there, a deletion that was cut short can be finished.
        await blobs.DeleteAsync(GenerationFiles.Manifest(shop, generation), ifMatch: null, cancellationToken);
        await blobs.DeleteAsync(GenerationFiles.Users(shop, generation), ifMatch: null, cancellationToken);
        await blobs.DeleteAsync(GenerationFiles.Bundles(shop, generation), ifMatch: null, cancellationToken);
    }

    /// <summary>Deletes a generation's documents, as its snapshot names them.</summary>
    /// <exception cref="InvalidDataException">The snapshot is damaged.</exception>
    public async Task DeleteDocumentsAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken)
    {
        var keys = new List<DocumentKey>(options.BatchSize);
        await foreach (var list in snapshots.ReadListsAsync(shop, generation, cancellationToken))
        {
            keys.Add(GenerationFiles.List(shop, list.Product, generation));
            if (keys.Count == options.BatchSize)
            {
                await DeleteAsync(keys, cancellationToken);
            }
        }

        if (await blobs.FindAsync(GenerationFiles.Users(shop, generation), cancellationToken) is { } users)
        {
            await foreach (var list in UserListFile.ReadAsync(blobs, users.Name, cancellationToken))
            {
                keys.Add(GenerationFiles.User(shop, list.User, generation));
                if (keys.Count == options.BatchSize)
                {
                    await DeleteAsync(keys, cancellationToken);
                }
            }
        }

        await DeleteAsync(keys, cancellationToken);
        await DeleteIndexAsync(shop, generation, cancellationToken);
    }

    private async Task DeleteAsync(List<DocumentKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count > 0)
        {
            await retry.RunAsync(token => documents.DeleteManyAsync(keys, token), cancellationToken);
        }

        keys.Clear();
    }

    private async Task DeleteIndexAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken)
    {
        if (await snapshots.ReadManifestAsync(shop, generation, cancellationToken) is { } manifest)
        {
            var numbers = Enumerable.Range(0, BundleIndex.CountOf(manifest.Bundles));
            foreach (var chunk in numbers.Select(number => BundleIndex.KeyOf(shop, generation, number)).Chunk(options.BatchSize))
            {
                await DeleteAsync([.. chunk], cancellationToken);
            }
        }
    }
}
