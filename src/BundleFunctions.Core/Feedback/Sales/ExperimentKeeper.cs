using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Looks after what shops try out: stops variants that break a guardrail, and lets bandits learn. It may be late, twice, or at two places at
/// once: the same lake leads to the same stops and the same table.</summary>
public sealed class ExperimentKeeper(
    ShopDirectory shops, ExperimentStore experiments, BanditTables tables, SalesReporter reporter, TimeProvider clock)
{
    /// <summary>Who stops variants, in the audit.</summary>
    public const string Name = "guardrail";

    /// <summary>Every shop; one that fails does not keep the others waiting.</summary>
    public async Task<IReadOnlyList<KeeperReport>> TickAsync(CancellationToken cancellationToken)
    {
        var reports = new List<KeeperReport>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            try
            {
                reports.Add(await TendAsync(shop, cancellationToken));
            }
            catch (Exception e) when (e is StoreException or InvalidDataException or InvalidShopSettingsException)
            {
                reports.Add(new KeeperReport(shop, new Dictionary<string, string>(StringComparer.Ordinal), null, e.Message));
            }
        }

        return reports;
    }

    /// <summary>One shop.</summary>
    /// <inheritdoc cref="SalesReporter.ReportAsync" path="/exception"/>
    public async Task<KeeperReport> TendAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var book = await experiments.ReadAsync(shop, cancellationToken);
        var stopped = await StopAsync(shop, book, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await reporter.LearnAsync(shop, today, cancellationToken) is not { } table)
        {
            return new KeeperReport(shop, stopped, null);
        }

        await tables.WriteAsync(shop, table, cancellationToken);
        return new KeeperReport(shop, stopped, table.Bundles.Count);
    }

    private async Task<SortedDictionary<string, string>> StopAsync(ShopId shop, ExperimentBook book, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stopped = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var next = new List<ExperimentDefinition>();
        foreach (var experiment in book.Experiments)
        {
            var watched = experiment.IsRunning(now) && experiment.Guardrails is { Count: > 0 };
            next.Add(watched ? Stop(experiment, await JudgeAsync(shop, experiment, now, cancellationToken), stopped) : experiment);
        }

        if (stopped.Count == 0)
        {
            return stopped;
        }

        // Whoever changed the book meanwhile is not overruled: the next tick finds the same breaches.
        var save = await experiments.SaveAsync(
            shop, book with { Experiments = next }, Name, string.Join(' ', stopped.Select(pair => $"{pair.Key}: {pair.Value}")), validateOnly: false, cancellationToken);
        return save.Fault is null ? stopped : throw new InvalidDataException($"Variants could not be stopped. {save.Fault}");
    }

    private async Task<ExperimentReport?> JudgeAsync(ShopId shop, ExperimentDefinition experiment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var start = DateOnly.FromDateTime(experiment.StartAt.UtcDateTime);
        var first = start.DayNumber < today.DayNumber - SalesRequest.MaxDays + 1 ? today.AddDays(1 - SalesRequest.MaxDays) : start;
        var report = await reporter.ReportAsync(shop, new SalesRequest(first, today) { PriorDays = 0, ReturnDays = 0 }, cancellationToken);
        return report.Experiments.FirstOrDefault(found => string.Equals(found.Experiment, experiment.Id, StringComparison.Ordinal));
    }

    private static ExperimentDefinition Stop(ExperimentDefinition experiment, ExperimentReport? report, SortedDictionary<string, string> stopped)
    {
        var variants = experiment.Variants.Select(variant =>
        {
            var breached = report?.Variants.FirstOrDefault(found => string.Equals(found.Variant, variant.Id, StringComparison.Ordinal))?.Breached;
            if (variant.Stopped is not null || breached is null or [])
            {
                return variant;
            }

            stopped.Add($"{experiment.Id}:{variant.Id}", breached[0]);
            return variant with { Stopped = breached[0].Length <= 500 ? breached[0] : breached[0][..500] };
        });
        return experiment with { Variants = [.. variants] };
    }
}
