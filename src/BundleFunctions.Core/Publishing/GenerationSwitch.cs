using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Goes back to the previous generation, by the same switch that published the current one.</summary>
public sealed class GenerationSwitch(IBlobStore blobs, IDocumentStore documents, TimeProvider clock, PublishingOptions options)
{
    private readonly GenerationPointers _pointers = new(documents, new TransientRetry(options, clock));
    private readonly GenerationRestorer _restorer = new(blobs, documents, clock, options);

    /// <summary>What serves, and what served before; null where the shop has published nothing yet.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">The pointer document cannot be read.</exception>
    public Task<ShopPointer?> FindPointerAsync(ShopId shop, CancellationToken cancellationToken) => _pointers.ReadAsync(shop, cancellationToken);

    /// <summary>Lets current and previous generation change places. What is rolled back stays so, however often its model is delivered
    /// again, until this is called once more.</summary>
    /// <exception cref="StoreException">A store failed; look at the pointer before trying again.</exception>
    public async Task<RollBackReport> RollBackAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var pointer = await _pointers.ReadAsync(shop, cancellationToken);
            if (pointer?.Previous is not { } target)
            {
                return new RollBackReport(shop, Switched: false, pointer?.Current, null, "There is no previous generation.");
            }

            // The documents may have run out of their time since: they are written again before anybody is sent to them.
            await _restorer.WriteDocumentsAsync(shop, target, cancellationToken);
            var abandoned = pointer.Current;
            var now = await _pointers.UpdateAsync(
                shop, latest => latest?.Current == abandoned && latest.Previous == target ? latest.Swap(target) : null, cancellationToken);
            if (now?.Current != target)
            {
                return new RollBackReport(shop, Switched: false, now?.Current, now?.Previous, "Another generation was published meanwhile.");
            }

            await PointerCopy.WriteAsync(blobs, shop, now, cancellationToken);
            return new RollBackReport(shop, Switched: true, target, abandoned, null);
        }
        catch (InvalidDataException e)
        {
            return new RollBackReport(shop, Switched: false, null, null, e.Message);
        }
    }
}
