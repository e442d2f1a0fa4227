using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Tells how far intake is with given versions of raw blobs.</summary>
public sealed class IntakeProgress(IBlobStore blobs)
{
    /// <summary>Looks the blobs up in the ledgers: two listings, however many blobs there are.</summary>
    /// <param name="shop">Their shop.</param>
    /// <param name="dropped">Blobs of the drop boxes, as they were written.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeState> ReadAsync(ShopId shop, IReadOnlyCollection<BlobEntry> dropped, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var notDone = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        foreach (var ledger in (Ledger[])[new(blobs, BlobLayout.Events), new(blobs, BlobLayout.Catalogue)])
        {
            done.UnionWith(await ledger.ListDoneAsync(shop, cancellationToken));
            foreach (var entry in await ledger.ReadNotDoneAsync(shop, cancellationToken))
            {
                notDone[entry.Blob] = entry;
            }
        }

        var held = dropped.Select(blob => notDone.GetValueOrDefault(blob.Name.ToString())).OfType<LedgerEntry>()
            .Where(entry => dropped.Any(blob => string.Equals(blob.ETag, entry.ETag, StringComparison.Ordinal)))
            .ToList();
        return new IntakeState(dropped.Count(blob => done.Contains(Ledger.Key(blob))), held, dropped.Count);
    }
}
