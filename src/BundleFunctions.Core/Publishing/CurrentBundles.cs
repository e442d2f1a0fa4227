using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>The bundles that a shop serves, for those who plan with them.</summary>
public sealed class CurrentBundles(IBlobStore blobs)
{
    /// <summary>Each bundle of the current generation once, under the first list that holds it; none where nothing was published.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">The generation is damaged.</exception>
    public async IAsyncEnumerable<PublishedBundle> ReadAsync(ShopId shop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await PointerCopy.ReadAsync(blobs, shop, cancellationToken) is not { } pointer)
        {
            yield break;
        }

        var seen = new HashSet<BundleId>();
        await foreach (var list in new SnapshotReader(blobs).ReadListsAsync(shop, pointer.Current, cancellationToken))
        {
            foreach (var bundle in list.Bundles)
            {
                if (seen.Add(bundle.BundleId))
                {
                    yield return bundle;
                }
            }
        }
    }
}
