using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Operations.Drift;

/// <summary>Compares what comes in with what the model that serves learned from, so that an operator hears of a changed feed or shop before the
/// shop's customers do.</summary>
/// <remarks>The lake is read once a day and shop; ticks between repeat what was measured, so that an alert's window always holds it.</remarks>
public sealed class DriftWatch(ShopDirectory shops, IBlobStore blobs, IDocumentStore documents, LakeReader lake, TimeProvider clock)
{
    /// <summary>Days before the training that count as what was learned.</summary>
    public const int LearnedDays = 28;

    /// <summary>Newest days that count as now; none from before the training.</summary>
    public const int RecentDays = 7;

    private static readonly SortedDictionary<string, double> Nothing = new(StringComparer.Ordinal);

    private readonly DriftRecords _records = new(blobs);

    /// <summary>Every shop that serves a model; one that fails does not keep the others waiting.</summary>
    /// <exception cref="StoreException">The shops could not be listed.</exception>
    public async Task<IReadOnlyList<ShopDrift>> TickAsync(CancellationToken cancellationToken)
    {
        var reports = new List<ShopDrift>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            var report = await TryAsync(shop, cancellationToken);
            ServiceRecorder.Drifted(report);
            reports.Add(report);
        }

        return reports;
    }

    private async Task<ShopDrift> TryAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await documents.GetAsync(GenerationFiles.Pointer(shop), cancellationToken);
            return stored is null
                ? new ShopDrift(shop, Nothing)
                : new ShopDrift(shop, await MeasureAsync(shop, GenerationPointers.Parse(stored.Body.Span, shop).CurrentInfo, cancellationToken));
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return new ShopDrift(shop, Nothing, e.Message);
        }
    }

    private async Task<SortedDictionary<string, double>> MeasureAsync(ShopId shop, GenerationInfo served, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var trained = DateOnly.FromDateTime(served.ModelTrainedAt.UtcDateTime);
        var known = await _records.FindAsync(shop, cancellationToken) is { } record && record.Model == served.ModelId ? record : null;
        if (known?.MeasuredOn == today)
        {
            return known.Drift;
        }

        // The day of the training is in neither: the model knows a part of it.
        var learned = known?.Learned ?? await CountAsync(shop, trained.AddDays(-LearnedDays), trained.AddDays(-1), cancellationToken);
        var first = today.AddDays(1 - RecentDays);
        var now = await CountAsync(shop, first > trained ? first : trained.AddDays(1), today, cancellationToken);
        var drift = InputDistance.Of(learned, now);
        await _records.SaveAsync(shop, new DriftRecord { Model = served.ModelId, Learned = learned, MeasuredOn = today, Drift = drift }, cancellationToken);
        return drift;
    }

    private Task<InputProfile> CountAsync(ShopId shop, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        InputProfile.CountAsync(lake.ReadAsync(shop, first, last, cancellationToken));
}
