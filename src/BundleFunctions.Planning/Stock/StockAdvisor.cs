using System.Globalization;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Pricing;
using BundleFunctions.Publishing;

namespace BundleFunctions.Planning.Stock;

/// <summary>Turns forecasts into advice on stock.</summary>
/// <param name="options">Valid options.</param>
/// <param name="pricing">Says what the shop takes for slow.</param>
/// <param name="today">The day from which stock is counted.</param>
public sealed class StockAdvisor(StockOptions options, PricingOptions pricing, DateOnly today)
{
    /// <summary>The attribute of a product that says its lead time in days.</summary>
    public const string LeadTimeAttribute = "leadTimeDays";

    private const int MostBundlesNamed = 5;

    /// <summary>The product's lead time in days, 0..365.</summary>
    public int LeadTimeOf(Product product) =>
        product.Attributes.TryGetValue(LeadTimeAttribute, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 365
            ? days
            : options.LeadTimeDays;

    /// <summary>Advice for each product, what costs most first.</summary>
    /// <param name="products">Products that may be sold, with weekly forecasts that reach over lead time and review.</param>
    public IReadOnlyList<StockAdvice> Advise(IReadOnlyCollection<(Product Product, SeriesForecast Forecast)> products)
    {
        var policy = StockPolicy.Tune([.. products.Select(one => (one.Forecast, LeadTimeOf(one.Product)))], options);
        return [.. products.Select(one => Advise(one.Product, one.Forecast, policy))
            .OrderByDescending(advice => advice.MarginAtStake ?? 0)
            .ThenByDescending(advice => advice.Order ?? 0)
            .ThenBy(advice => advice.Product, StringComparer.Ordinal)];
    }

    /// <summary>Products whose stock lasts longer than the shop's <c>pricing.slowStockDays</c>, what ties up most first.</summary>
    /// <param name="products">Products with their forecasts.</param>
    /// <param name="bundles">What the shop serves.</param>
    public IReadOnlyList<SlowStock> FindSlow(
        IEnumerable<(Product Product, SeriesForecast Forecast)> products, IReadOnlyCollection<PublishedBundle> bundles)
    {
        var holders = bundles.SelectMany(bundle => bundle.Items, (bundle, item) => (item.ProductId, Bundle: bundle)).ToLookup(pair => pair.ProductId, pair => pair.Bundle);
        var slow = new List<SlowStock>();
        foreach (var (product, forecast) in products)
        {
            if (product.Stock is not { } stock || StockCover.Days(forecast, stock) <= pricing.SlowStockDays)
            {
                continue;
            }

            var excess = (long)Math.Floor(stock - (forecast.Means.Average() * pricing.SlowStockDays / 7));
            slow.Add(new SlowStock(
                product.ProductId.Value,
                product.Title,
                stock,
                excess,
                excess * (product.Cost ?? product.Price),
                excess * (product.Price - product.Cost),
                [.. holders[product.ProductId].OrderByDescending(bundle => bundle.Evidence.Orders).ThenBy(bundle => bundle.BundleId).Take(MostBundlesNamed)
                    .Select(bundle => bundle.BundleId.Value)]));
        }

        return [.. slow.OrderByDescending(one => one.TiedUp).ThenBy(one => one.Product, StringComparer.Ordinal)];
    }

    /// <summary>Bundles of which a component runs out before new goods can be here, soonest first.</summary>
    /// <param name="products">Products with their forecasts, by id.</param>
    /// <param name="bundles">Bundles with the orders a week that hold them, expected.</param>
    /// <param name="weeklyOrders">All orders of the shop a week, expected.</param>
    public IReadOnlyList<BundleRisk> FindRisks(
        IReadOnlyDictionary<ProductId, (Product Product, SeriesForecast Forecast)> products,
        IEnumerable<(PublishedBundle Bundle, double WeeklyOrders)> bundles,
        double weeklyOrders)
    {
        var risks = new List<BundleRisk>();
        foreach (var (bundle, orders) in bundles)
        {
            var first = bundle.Items
                .Select(item => products.TryGetValue(item.ProductId, out var one) && one.Product.Stock is { } stock
                    ? (one.Product, one.Forecast, Stock: stock, item.Quantity, Days: StockCover.Days(one.Forecast, Math.Max(0, stock - (item.Quantity - 1))))
                    : default)
                .Where(item => item.Product is not null)
                .OrderBy(item => item.Days).ThenBy(item => item.Product.ProductId)
                .FirstOrDefault();
            if (first.Product is null || first.Days > LeadTimeOf(first.Product) + options.ReviewDays)
            {
                continue;
            }

            risks.Add(new BundleRisk(
                bundle.BundleId.Value,
                first.Product.ProductId.Value,
                today.AddDays((int)first.Days),
                today.AddDays((int)Math.Min(first.Days, StockCover.Days(first.Forecast, first.Stock, 0.95))),
                orders,
                bundle.Forecast is { Orders: > 0 } forecast ? (double)(forecast.Units.Expected / forecast.Orders) * weeklyOrders * first.Quantity : null));
        }

        return [.. risks.OrderBy(risk => risk.Day).ThenByDescending(risk => risk.WeeklyOrders).ThenBy(risk => risk.Bundle, StringComparer.Ordinal)];
    }

    private StockAdvice Advise(Product product, SeriesForecast forecast, StockPolicy policy)
    {
        var lead = LeadTimeOf(product);
        var level = policy.Level(forecast, lead);
        var lasts = product.Stock is { } stock ? StockCover.Days(forecast, stock) : double.PositiveInfinity;
        return new StockAdvice(
            product.ProductId.Value,
            product.Title,
            product.Stock,
            forecast.Means.Average(),
            level,
            product.Stock is { } onHand ? Math.Max(0, level - onHand) : null,
            double.IsFinite(lasts) ? lasts : null,
            double.IsFinite(lasts) ? Math.Min(lasts, StockCover.Days(forecast, product.Stock!.Value, 0.95)) : null,
            product is { Stock: { } held, Cost: { } cost }
                ? decimal.Round((decimal)StockCover.Shortage(forecast, held, (lead + options.ReviewDays) / 7.0) * Math.Max(0, product.Price - cost), 2)
                : null);
    }
}
