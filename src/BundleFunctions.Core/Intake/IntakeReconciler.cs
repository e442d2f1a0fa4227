using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Intake;

/// <summary>Finds what no trigger reported: compares the drop boxes with the ledger and takes in what is missing, oldest first.</summary>
/// <remarks>A version that is held or refused is asked again, which costs one small read unless the shop's settings have changed.</remarks>
public sealed class IntakeReconciler(
    IBlobStore blobs, EventIntake events, CatalogueIntake catalogue, TimeProvider time)
{
    private readonly Ledger _eventLedger = new(blobs, BlobLayout.Events);
    private readonly Ledger _catalogueLedger = new(blobs, BlobLayout.Catalogue);

    /// <summary>One pass over every shop that has a drop box. What fails is reported and stops nothing else.</summary>
    /// <exception cref="StoreException">The drop boxes cannot be listed.</exception>
    public async Task<ReconcileReport> ReconcileAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var eventReports = new List<IntakeReport>();
        var catalogueReports = new List<CatalogueReport>();
        var failures = new List<ReconcileFailure>();

        // Products first: events are of more use where the catalogue is there.
        var products = await FindMissingAsync(BlobLayout.Catalogue, _catalogueLedger, cancellationToken);
        foreach (var blob in products.Missing)
        {
            await TryAsync(blob, failures, async () => catalogueReports.Add(await catalogue.IngestAsync(blob, cancellationToken)));
        }

        var files = await FindMissingAsync(BlobLayout.Events, _eventLedger, cancellationToken);
        foreach (var blob in files.Missing)
        {
            await TryAsync(blob, failures, async () => eventReports.Add(await events.IngestAsync(blob, cancellationToken)));
        }

        var listed = products.Listed + files.Listed;
        var report = new ReconcileReport(
            listed,
            listed - products.Missing.Count - files.Missing.Count,
            eventReports,
            catalogueReports,
            failures,
            time.GetElapsedTime(started));
        ServiceRecorder.Reconciled(report);
        return report;
    }

    // Drop boxes are listed whole, so that the first file of a shop nobody knows yet is found too.
    private async Task<(int Listed, IReadOnlyList<BlobName> Missing)> FindMissingAsync(
        string container, Ledger ledger, CancellationToken cancellationToken)
    {
        var listed = 0;
        var missing = new List<BlobEntry>();
        var done = new Dictionary<ShopId, HashSet<string>>();
        await foreach (var blob in blobs.ListAsync(container, string.Empty, cancellationToken))
        {
            if (!BlobLayout.TryGetShop(blob.Name, out var shop))
            {
                continue;
            }

            listed++;
            if (!done.TryGetValue(shop, out var keys))
            {
                done.Add(shop, keys = await ledger.ListDoneAsync(shop, cancellationToken));
            }

            if (!keys.Contains(Ledger.Key(blob)))
            {
                missing.Add(blob);
            }
        }

        missing.Sort((a, b) =>
        {
            var byAge = a.LastModified.CompareTo(b.LastModified);
            return byAge != 0 ? byAge : string.CompareOrdinal(a.Name.Path, b.Name.Path);
        });
        return (listed, [.. missing.Select(blob => blob.Name)]);
    }

    private static async Task TryAsync(BlobName blob, List<ReconcileFailure> failures, Func<Task> ingest)
    {
        try
        {
            await ingest();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failures.Add(new ReconcileFailure(blob.ToString(), e.Message));
        }
    }
}
