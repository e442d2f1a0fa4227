using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Drops files as raw blobs and takes each in.</summary>
/// <param name="services">The stores and what reads files.</param>
/// <param name="lines">Where progress is told.</param>
/// <param name="threads">Threads that read a file of events at once, 1 or more.</param>
internal sealed class FileDrop(IServiceProvider services, ConsoleLines lines, int threads) : FileIngest(lines)
{
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();

    /// <inheritdoc/>
    protected override string Done => string.Empty;

    /// <inheritdoc/>
    public override Task UseMapAsync(ShopId shop, bool events, string name, ReadOnlyMemory<byte>? own, CancellationToken cancellationToken) =>
        services.GetRequiredService<MapChoice>().SaveAsync(shop, events, name, own, cancellationToken);

    /// <inheritdoc/>
    protected override async Task<IngestOutcome> IngestAsync(IngestFile file, Action<int> read, CancellationToken cancellationToken)
    {
        await using (var content = file.File.OpenRead())
        {
            await _blobs.PutAsync(file.Blob, content, BlobCondition.None, cancellationToken);
        }

        // The same doors as everywhere, over a store that tells how far they have read.
        var metered = new MeteredBlobStore(_blobs, file.Blob, read);
        var shops = new ShopDirectory(metered);
        var csv = services.GetRequiredService<ICsvRows>();
        var clock = services.GetRequiredService<TimeProvider>();
        var parquet = services.GetRequiredService<IParquetRows>();
        return IsCatalogue(file)
            ? IngestOutcome.Of(await new CatalogueIntake(metered, shops, csv, clock, parquet).IngestAsync(file.Blob, cancellationToken))
            : IngestOutcome.Of(await new EventIntake(metered, shops, services.GetRequiredService<Pseudonymizer>(), csv, clock, parquet: parquet)
                .IngestAsync(file.Blob, new IntakeWork(threads), cancellationToken));
    }
}
