using BundleFunctions.Catalogue;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake.Trial;

/// <summary>Tells what would become of files, and writes nothing: the same intake, over a store that keeps what is written to itself.</summary>
public sealed class IntakeTrial(IBlobStore blobs, Pseudonymizer pseudonymizer, ICsvRows csv, TimeProvider time, IParquetRows? parquet = null)
{
    private readonly ScratchBlobStore _scratch = new(blobs, time);

    /// <summary>Takes an import map for the trial: one that comes with the product, or one of the shop's own.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="events">Whether it is for events, and not for products.</param>
    /// <param name="name">The map's name; <see cref="ImportMaps.Own"/> where <paramref name="own"/> is given.</param>
    /// <param name="own">The shop's own map; null where it is one of the product's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidMapException">The map cannot be used.</exception>
    public async Task UseMapAsync(ShopId shop, bool events, string name, ReadOnlyMemory<byte>? own, CancellationToken cancellationToken) =>
        await new MapChoice(new ShopDirectory(_scratch), new ShopMaps(_scratch)).SaveAsync(shop, events, name, own, cancellationToken);

    /// <summary>Tells what would become of an event file.</summary>
    /// <param name="blob">The blob that it would be.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="open">Opens it; more than once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task<IntakeReport> TryEventsAsync(BlobName blob, long length, Func<Stream> open, CancellationToken cancellationToken)
    {
        _scratch.Show(blob, length, open);
        return new EventIntake(_scratch, new ShopDirectory(_scratch), pseudonymizer, csv, time, parquet: parquet).IngestAsync(blob, cancellationToken);
    }

    /// <summary>Tells what would become of a product file.</summary>
    /// <inheritdoc cref="TryEventsAsync"/>
    public Task<CatalogueReport> TryProductsAsync(BlobName blob, long length, Func<Stream> open, CancellationToken cancellationToken)
    {
        _scratch.Show(blob, length, open);
        return new CatalogueIntake(_scratch, new ShopDirectory(_scratch), csv, time, parquet: parquet).IngestAsync(blob, cancellationToken);
    }
}
