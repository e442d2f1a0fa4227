using System.Globalization;
using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Catalogue;

/// <summary>Takes one raw product file in: its products go over the shop's current snapshot.</summary>
/// <remarks>Memory: the products of the file and those of the snapshot.</remarks>
public sealed class CatalogueIntake(IBlobStore blobs, ShopDirectory shops, ICsvRows csv, TimeProvider time, IParquetRows? parquet = null)
{
    private const string Rules = "catalogue-schema-1";
    private readonly Ledger _ledger = new(blobs, BlobLayout.Catalogue);
    private readonly CatalogueUpsert _upsert = new(blobs, time);
    private readonly ShopMaps _maps = new(blobs);
    private readonly IParquetRows _parquet = parquet ?? NoParquet.Instance;

    /// <summary>Reads <c>catalogue/{shop}/...</c> into a snapshot. Whatever is wrong with the file is in the report.</summary>
    /// <exception cref="StoreException">The store failed; the call may be made again.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public async Task<CatalogueReport> IngestAsync(BlobName blob, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = ServiceMeter.Activities.StartActivity("IngestCatalogue");
        var report = await IngestCoreAsync(blob, cancellationToken);
        ServiceRecorder.TakenIn(report);
        return report with { Elapsed = time.GetElapsedTime(started) };
    }

    private async Task<CatalogueReport> IngestCoreAsync(BlobName blob, CancellationToken cancellationToken)
    {
        if (!string.Equals(blob.Container, BlobLayout.Catalogue, StringComparison.Ordinal) || !BlobLayout.TryGetShop(blob, out var shop))
        {
            return Refused(blob, RejectCodes.NoShop, $"Expected {BlobLayout.Catalogue}/{{shop}}/...; found {blob}.");
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        await using var content = await blobs.OpenAsync(blob, cancellationToken);
        if (content is null)
        {
            return new CatalogueReport { Blob = blob, Status = IntakeStatus.Missing, Warnings = ["The blob was gone before it was read."] };
        }

        await shops.EnsureListedAsync(shop, cancellationToken);
        var map = settings.CatalogueMap is { } name ? await _maps.FindCatalogueMapAsync(shop, name, cancellationToken) : null;
        var rules = string.Create(
            CultureInfo.InvariantCulture,
            $"{Rules} currency={settings.Currency} maxRejectShare={settings.MaxRejectShare:R} map={settings.CatalogueMap} {map?.Hash}");
        if (await _ledger.FindAsync(shop, content.Entry, rules, cancellationToken) is { } entry)
        {
            return Earlier(blob, entry);
        }

        var report = map?.Fault is { } fault
            ? Refused(blob, fault.Code, fault.Reason)
            : await ReadAsync(shop, content, settings, map?.Map?.Map, cancellationToken);
        var remembered = new LedgerEntry(
            blob.ToString(),
            content.Entry.ETag,
            report.Status,
            report.RecordsRead,
            new SortedDictionary<string, long>(report.Rejected.ToDictionary(), StringComparer.Ordinal),
            rules,
            report.Warnings.Count == 0 ? null : report.Warnings[0]);
        await _ledger.WriteAsync(shop, content.Entry, remembered, cancellationToken);
        return report;
    }

    private async Task<CatalogueReport> ReadAsync(
        ShopId shop, BlobContent content, ShopSettings settings, CatalogueMap? map, CancellationToken cancellationToken)
    {
        var blob = content.Entry.Name;
        var rejects = new RejectsWriter(blobs, shop, BlobLayout.Catalogue, Ledger.Key(content.Entry));
        var products = new SortedDictionary<ProductId, Product>();
        long records = 0, unknownFields = 0;
        try
        {
            await using var text = await RawText.OpenAsync(content.Content, cancellationToken);
            var reader = new ProductFileReader(csv, _parquet, new ProductValidator(settings.Currency), map);
            await foreach (var record in reader.ReadAsync(text, cancellationToken))
            {
                records++;
                unknownFields += record.UnknownFields;
                if (record.Product is { } product)
                {
                    products[product.ProductId] = product;
                }
                else if (record.Fault!.IsLeftOut)
                {
                    rejects.LeaveOut(record.Fault.Code);
                }
                else
                {
                    await rejects.AddAsync(record.Fault!.At(blob.ToString(), record.Line), cancellationToken);
                }
            }
        }
        catch (RawFileException e)
        {
            var alone = new RejectsWriter(blobs, shop, BlobLayout.Catalogue, Ledger.Key(content.Entry));
            await alone.AddAsync(new Rejection(blob.ToString(), e.Line, null, e.Code, e.Message, null), cancellationToken);
            await alone.FlushAsync(cancellationToken);
            var refused = Refused(blob, e.Code, e.Message) with { Samples = alone.Samples };
            await TellAsync(shop, content.Entry, refused, alone, cancellationToken);
            return refused;
        }

        await rejects.FlushAsync(cancellationToken);
        var report = new CatalogueReport
        {
            Blob = blob,
            Status = records == 0 ? IntakeStatus.Empty : IntakeStatus.Ingested,
            RecordsRead = records,
            Accepted = products.Count,
            Rejected = rejects.Counts,
            Duplicates = records - rejects.Total - rejects.LeftOut - products.Count,
            UnknownFields = unknownFields,
            Samples = rejects.Samples,
            Warnings = records == 0 ? ["The file has no records."] : [],
        };
        var counted = records - rejects.LeftOut;
        if (counted >= IntakeLimits.HoldFromRecords && rejects.Total > settings.MaxRejectShare * counted)
        {
            report = Hold(report, rejects, settings);
        }

        if (products.Count > 0 && report.Status != IntakeStatus.Held)
        {
            report = await LoadAsync(shop, content.Entry, products, settings, report, cancellationToken);
        }

        if (report.Status != IntakeStatus.Empty)
        {
            await TellAsync(shop, content.Entry, report, rejects, cancellationToken);
        }

        return report;
    }

    private async Task<CatalogueReport> LoadAsync(
        ShopId shop,
        BlobEntry entry,
        SortedDictionary<ProductId, Product> products,
        ShopSettings settings,
        CatalogueReport report,
        CancellationToken cancellationToken)
    {
        var source = new ProductSource(entry.LastModified.ToUniversalTime(), entry.Name.Path);
        var load = new CatalogueLoad(
            settings.CatalogueIsFull || FullLoads.IsFull(entry.Name), settings.StageCatalogue, settings.MaxCatalogueDropShare);

        // What a full file does not name may stand in a line that it lost.
        if (load.IsFull && report.Samples.Count > 0)
        {
            load = load with { IsStaged = true };
        }

        var loaded = await _upsert.ApplyAsync(shop, products.Values, source, load, cancellationToken);
        var counts = ProductCounts.Of(products);
        string? waits = loaded.Waits is null ? null : $"The products wait in staging: {loaded.Waits}. bundles catalogue staged shows what would change, bundles catalogue promote makes it so.";
        return report with
        {
            Status = loaded.Waits is null ? IntakeStatus.Ingested : IntakeStatus.Staged,
            SnapshotId = loaded.SnapshotId,
            IsFull = load.IsFull,
            Changes = loaded.Changes,
            Counts = counts,
            Warnings = [.. waits is null ? report.Warnings : report.Warnings.Append(waits), .. counts.Warnings()],
        };
    }

    private Task TellAsync(ShopId shop, BlobEntry entry, CatalogueReport report, RejectsWriter rejects, CancellationToken cancellationToken) =>
        new BlobReports(blobs, shop, BlobLayout.Catalogue).WriteAsync(
            new BlobReport(
                entry.Name.ToString(),
                Ledger.Key(entry),
                report.Status,
                report.RecordsRead,
                report.Accepted,
                report.Duplicates,
                report.Rejected,
                report.UnknownFields,
                rejects.Samples,
                null,
                report.Warnings),
            cancellationToken);

    private static CatalogueReport Hold(CatalogueReport report, RejectsWriter rejects, ShopSettings settings)
    {
        var counts = new SortedDictionary<string, long>(rejects.Counts, StringComparer.Ordinal) { [RejectCodes.HeldWithFile] = report.Accepted };
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{rejects.Total} of {report.RecordsRead} records are bad, more than the share of {settings.MaxRejectShare} that the shop allows.");
        return report with { Status = IntakeStatus.Held, Accepted = 0, Rejected = counts, Warnings = [message] };
    }

    private static CatalogueReport Earlier(BlobName blob, LedgerEntry entry) => entry.Status is IntakeStatus.Ingested or IntakeStatus.Staged
        ? new CatalogueReport
        {
            Blob = blob,
            Status = IntakeStatus.AlreadyIngested,
            RecordsRead = entry.RecordsRead,
            Duplicates = entry.RecordsRead,
        }
        : new CatalogueReport
        {
            Blob = blob,
            Status = entry.Status,
            RecordsRead = entry.RecordsRead,
            Rejected = entry.Rejected,
            Warnings = entry.Message is null ? [] : [entry.Message],
        };

    private static CatalogueReport Refused(BlobName blob, string code, string reason) => new()
    {
        Blob = blob,
        Status = IntakeStatus.Refused,
        RecordsRead = 1,
        Rejected = new SortedDictionary<string, long>(StringComparer.Ordinal) { [code] = 1 },
        Warnings = [reason],
    };
}
