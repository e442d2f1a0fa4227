using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations;

/// <summary>Measures what a shop uses, by what lies in its stores.</summary>
public sealed class UsageReader(IBlobStore blobs, IDocumentStore documents, ITrainingJobs jobs)
{
    private static readonly string[] Containers =
        [BlobLayout.Events, BlobLayout.Catalogue, BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger, BlobLayout.Snapshots, BlobLayout.Models, BlobLayout.Generations];

    private readonly SnapshotReader _snapshots = new(blobs);

    /// <summary>The usage, without answers, which the stores do not know of; null where the shop has published nothing yet.</summary>
    /// <exception cref="InvalidDataException">The pointer or the snapshot cannot be read.</exception>
    /// <exception cref="StoreException">A store failed.</exception>
    public async Task<ShopUsage?> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await documents.GetAsync(GenerationFiles.Pointer(shop), cancellationToken) is not { } stored)
        {
            return null;
        }

        var current = GenerationPointers.Parse(stored.Body.Span, shop).Current;
        var (lists, listBytes) = (0L, 0L);
        await foreach (var list in _snapshots.ReadListsAsync(shop, current, cancellationToken))
        {
            (lists, listBytes) = (lists + 1, listBytes + ListDocumentCodec.Encode(list).Length);
        }

        var bytes = 0L;
        foreach (var container in Containers)
        {
            await foreach (var entry in blobs.ListAsync(container, $"{shop}/", cancellationToken))
            {
                bytes += entry.Length;
            }
        }

        var cost = (await jobs.FindLatestAsync(shop, cancellationToken))?.Cost;
        return new ShopUsage
        {
            Documents = lists,
            DocumentBytes = (double)listBytes / Math.Max(1, lists),
            BlobBytes = bytes,
            TrainingSeconds = cost?.Seconds ?? 0,
            Gpu = cost?.Profile == ComputeProfile.Gpu,
        };
    }
}
