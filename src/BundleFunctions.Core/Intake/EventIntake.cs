using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Intake;

/// <summary>The porch: takes one raw event file in. Safe to call again, at once, and after a crash at any point: parts and refusals are
/// written first, one commit makes them count, and the ledger only remembers what needs no second look.</summary>
public sealed class EventIntake(IBlobStore blobs, ShopDirectory shops, Pseudonymizer pseudonymizer, ICsvRows csv, TimeProvider time, IParquetRows? parquet = null)
{
    private const int MaxReopenings = 5;
    private readonly Ledger _ledger = new(blobs, BlobLayout.Events);
    private readonly EventRulesReader _rules = new(blobs);
    private readonly IParquetRows _parquet = parquet ?? NoParquet.Instance;

    /// <summary>Reads <c>events/{shop}/...</c> into the lake. Whatever is wrong with the file is in the report.</summary>
    /// <exception cref="StoreException">The store failed; nothing counts yet, and the call may be made again.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public Task<IntakeReport> IngestAsync(BlobName blob, CancellationToken cancellationToken) =>
        IngestAsync(blob, new IntakeWork(), cancellationToken);

    /// <summary>The same on several threads, telling how far it is.</summary>
    /// <inheritdoc cref="IngestAsync(BlobName, CancellationToken)" path="/exception"/>
    public async Task<IntakeReport> IngestAsync(BlobName blob, IntakeWork work, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work.Threads, 1, nameof(work));
        var started = time.GetTimestamp();
        using var activity = ServiceMeter.Activities.StartActivity("IngestEvents");
        var report = await IngestCoreAsync(blob, work, cancellationToken);
        ServiceRecorder.TakenIn(report);
        return report with { Elapsed = time.GetElapsedTime(started) };
    }

    private async Task<IntakeReport> IngestCoreAsync(BlobName blob, IntakeWork work, CancellationToken cancellationToken)
    {
        if (!string.Equals(blob.Container, BlobLayout.Events, StringComparison.Ordinal) || !BlobLayout.TryGetShop(blob, out var shop))
        {
            return IntakeReports.OfRefusedFile(blob, RejectCodes.NoShop, $"Expected {BlobLayout.Events}/{{shop}}/...; found {blob}.");
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        var rules = await _rules.ReadAsync(shop, blob, settings, cancellationToken);
        for (var opened = 0; opened < MaxReopenings; opened++)
        {
            await using var first = await blobs.OpenAsync(blob, cancellationToken);
            if (first is null)
            {
                return IntakeReports.OfMissing(blob);
            }

            await shops.EnsureListedAsync(shop, cancellationToken);
            var run = new EventIntakeRun(blobs, _ledger, shop, first.Entry, rules, settings);
            if (await run.FindEarlierAsync(cancellationToken) is { } earlier)
            {
                return earlier;
            }

            var contentKey = await RawHash.ContentKeyAsync(first, rules.Name, cancellationToken);
            if (await run.FindSameContentAsync(contentKey, cancellationToken) is { } same)
            {
                return same;
            }

            await using var second = await blobs.OpenAsync(blob, cancellationToken);
            if (second is null)
            {
                return IntakeReports.OfMissing(blob);
            }

            // Overwritten between the two: begin again with what is there now.
            if (string.Equals(second.Entry.ETag, first.Entry.ETag, StringComparison.Ordinal))
            {
                var aliases = new PseudonymAliases();
                var reader = new EventFileReader(csv, _parquet, shop, pseudonymizer.TellingTo(aliases), time.GetUtcNow(), rules.Map, work);
                return await run.ImportAsync(second, contentKey, reader, aliases, cancellationToken);
            }
        }

        throw new StoreException($"{blob} was overwritten {MaxReopenings} times while it was read.", isTransient: true);
    }
}
