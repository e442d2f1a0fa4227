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
    public Task<RollBackReport> RollBackAsync(ShopId shop, CancellationToken cancellationToken) =>
        SwitchAsync(shop, pointer => pointer.Previous, "There is no previous generation.", cancellationToken);

    /// <summary>Lets a generation that is kept serve in the place of the current one, which becomes the previous one and is withdrawn.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="generation">One of the pointer's history whose files are still there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">A store failed; look at the pointer before trying again.</exception>
    public Task<RollBackReport> PromoteAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken) => SwitchAsync(
        shop,
        pointer => pointer.Current != generation && pointer.Find(generation) is not null ? generation : null,
        $"{generation} serves already, or is no generation of this shop.",
        cancellationToken);

    /// <summary>Whether a generation's files are kept, so that it can serve again.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<bool> IsKeptAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken) =>
        await blobs.FindAsync(GenerationFiles.Manifest(shop, generation), cancellationToken) is not null;

    private async Task<RollBackReport> SwitchAsync(
        ShopId shop, Func<ShopPointer, GenerationId?> choose, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            var pointer = await _pointers.ReadAsync(shop, cancellationToken);
            if (pointer is null || choose(pointer) is not { } target)
            {
                return new RollBackReport(shop, Switched: false, pointer?.Current, pointer?.Previous, otherwise);
            }

            // The documents may have run out of their time since: they are written again before anybody is sent to them.
            await _restorer.WriteDocumentsAsync(shop, target, cancellationToken);
            var abandoned = pointer.Current;
            var now = await _pointers.UpdateAsync(
                shop,
                latest => latest?.Current == abandoned && latest.Previous == pointer.Previous ? latest.Swap(target) : null,
                cancellationToken);
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
