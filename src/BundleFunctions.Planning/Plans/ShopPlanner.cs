using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Hygiene;
using BundleFunctions.Intake;
using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Planning.Plans;

/// <summary>Plans for a shop: reads its lake, its catalogue and the bundles that it serves. Serving does not depend on it.</summary>
/// <param name="blobs">The blob store.</param>
/// <param name="methods">Which forecast methods compete; null for the built-in ones.</param>
public sealed class ShopPlanner(IBlobStore blobs, IReadOnlyList<IForecastMethod>? methods = null)
{
    private const int DaysOfAlarms = 28;

    /// <summary>The plan; null where the shop has no orders of a whole week yet. The same data give the same plan.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">The lake, the catalogue or the generation cannot be read.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public async Task<ShopPlan?> PlanAsync(ShopId shop, PlanOptions options, CancellationToken cancellationToken)
    {
        if (options.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var settings = await new ShopDirectory(blobs).GetSettingsAsync(shop, cancellationToken);
        var catalogue = await new CatalogueReader(blobs).ReadCurrentAsync(shop, cancellationToken);
        var (orders, watched) = await ReadAsync(shop, settings, cancellationToken);
        if (watched.LastWholeDay is not { } through)
        {
            return null;
        }

        var daily = DemandBook.Daily(orders, through);
        var effects = CalendarEffects.Learn(options.Calendar, daily);
        var weekly = daily.Select(series => series.ToWeeks()).OfType<DemandSeries>().Select(effects.Without).ToList();
        if (weekly.Count == 0)
        {
            return null;
        }

        var advisor = new StockAdvisor(options.Stock, settings.Pricing, through.AddDays(1));
        var longestLead = catalogue?.Products.Select(advisor.LeadTimeOf).DefaultIfEmpty(0).Max() ?? 0;
        var forecaster = new Forecaster(
            methods, new ForecastOptions { Horizon = Math.Max(options.Weeks, options.Stock.HorizonWeeks(Math.Max(longestLead, options.Stock.LeadTimeDays))) });
        var forecasts = Foretell(forecaster, weekly, effects, cancellationToken);
        var tree = PlannedTree.Build(forecasts, catalogue, forecaster, options.Weeks, cancellationToken);

        var bundles = await new CurrentBundles(blobs).ReadAsync(shop, cancellationToken)
            .OrderByDescending(bundle => bundle.Evidence.Orders).ThenBy(bundle => bundle.BundleId).Take(options.Bundles).ToListAsync(cancellationToken);
        var planned = Sellable(catalogue, forecasts, through).ToList();
        var bundleForecasts = forecaster.Forecast(
            [.. BundleOrders.Daily(bundles, orders, through).Select(series => series.ToWeeks()).OfType<DemandSeries>()], cancellationToken);
        var weeklyOrders = bundleForecasts.ToDictionary(one => one.Series.Key, one => one.Means.Average(), StringComparer.Ordinal);
        var ordersAWeek = orders.Count(order => DateOnly.FromDateTime(order.At.UtcDateTime) > through.AddDays(-56)) / 8.0;
        return new ShopPlan(
            shop,
            weekly[0].Next,
            through,
            tree.Total,
            tree.Categories,
            tree.Products,
            [.. bundleForecasts.OrderByDescending(one => one.Means.Average()).ThenBy(one => one.Series.Key, StringComparer.Ordinal)
                .Select(one => PlannedTree.Of(one, options.Weeks))],
            effects.Factors,
            advisor.Advise(planned),
            advisor.FindSlow(planned, bundles),
            advisor.FindRisks(
                planned.ToDictionary(one => one.Product.ProductId, one => (one.Product, one.Forecast)),
                bundles.Select(bundle => (bundle, weeklyOrders.GetValueOrDefault(bundle.BundleId.Value))),
                ordersAWeek),
            [.. watched.Series().SelectMany(new SeriesWatch(options.Watch).Examine).Where(alarm => alarm.Day > through.AddDays(-DaysOfAlarms))
                .OrderByDescending(alarm => alarm.Day).ThenByDescending(alarm => alarm.Score).ThenBy(alarm => alarm.Series, StringComparer.Ordinal)])
        {
            Daily = options.Days == 0 ? null : DayByDay(daily, effects, catalogue, options.Days, cancellationToken),
        };
    }

    private DailyPlan DayByDay(
        IReadOnlyList<DemandSeries> daily, CalendarEffects effects, CatalogueSnapshot? catalogue, int days, CancellationToken cancellationToken)
    {
        var forecaster = new Forecaster(methods, new ForecastOptions { Horizon = days });
        var forecasts = Foretell(forecaster, [.. daily.Select(effects.Without)], effects, cancellationToken);
        return DailyPlan.Of(PlannedTree.Build(forecasts, catalogue, forecaster, days, cancellationToken));
    }

    // What models do not learn from is no demand either: robots, tests, what nobody can have meant.
    private async Task<(IReadOnlyList<SoldOrder> Orders, ShopDays Days)> ReadAsync(ShopId shop, ShopSettings settings, CancellationToken cancellationToken)
    {
        var clean = await new CleanLake(blobs).OpenAsync(shop, settings, progress: null, cancellationToken);
        var baskets = new BasketBuilder();
        var days = new ShopDays();
        await foreach (var shopEvent in clean.ReadAsync().WithCancellation(cancellationToken))
        {
            baskets.Add(shopEvent);
            days.Add(shopEvent);
        }

        foreach (var day in await new IntakeSummary(blobs).ReadDaysAsync(shop, cancellationToken))
        {
            days.Add(day);
        }

        return (baskets.BuildSold(), days);
    }

    private static Dictionary<string, SeriesForecast> Foretell(
        Forecaster forecaster, IReadOnlyList<DemandSeries> series, CalendarEffects effects, CancellationToken cancellationToken) =>
        forecaster.Forecast(series, cancellationToken)
            .Select(forecast => forecast.Times(FactorsOf(effects, forecast.Series, forecast.Means.Count)))
            .ToDictionary(forecast => forecast.Series.Key, StringComparer.Ordinal);

    private static IReadOnlyList<double> FactorsOf(CalendarEffects effects, DemandSeries series, int steps)
    {
        var days = DemandSeries.DaysOf(series.Step);
        return [.. Enumerable.Range(0, steps).Select(step => effects.FactorOf(series.Key, series.Next.AddDays(days * step), days))];
    }

    private static IEnumerable<(Product Product, SeriesForecast Forecast)> Sellable(
        CatalogueSnapshot? catalogue, Dictionary<string, SeriesForecast> forecasts, DateOnly through)
    {
        var now = new DateTimeOffset(through.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        foreach (var product in catalogue?.Products ?? [])
        {
            // What is sold out is what advice is for.
            if (forecasts.TryGetValue(product.ProductId.Value, out var forecast) && (product with { Stock = null }).IsAvailable(now))
            {
                yield return (product, forecast);
            }
        }
    }
}
