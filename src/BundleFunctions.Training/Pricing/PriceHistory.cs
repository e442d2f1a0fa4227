using System.Runtime.InteropServices;
using BundleFunctions.Catalogue;
using BundleFunctions.Pricing;

namespace BundleFunctions.Training.Pricing;

/// <summary>Gathers what was sold at which price on which day.</summary>
/// <remarks>Takes every event once, in any order; the result depends on the events alone. Not thread-safe.</remarks>
public sealed class PriceHistory
{
    /// <summary>Pieces of one line that count; more is trade, not a shopper's answer to a price.</summary>
    public const int MostPiecesOfLine = 12;

    private readonly Dictionary<ProductId, Dictionary<(string? Currency, int Day, decimal Price), long>> _sales = [];

    /// <summary>Adds one event. Only purchases with prices count; events without consent to analytics are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Type != EventType.Purchase || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        var day = DateOnly.FromDateTime(shopEvent.OccurredAt.UtcDateTime).DayNumber;
        foreach (var item in shopEvent.Items)
        {
            if (item.UnitPrice is { } price && price > (item.Discount ?? 0))
            {
                if (!_sales.TryGetValue(item.ProductId, out var sales))
                {
                    _sales.Add(item.ProductId, sales = []);
                }

                CollectionsMarshal.GetValueRefOrAddDefault(sales, (shopEvent.Currency, day, price - (item.Discount ?? 0)), out _) +=
                    Math.Min(item.Quantity, MostPiecesOfLine);
            }
        }
    }

    /// <summary>The series of every product of the catalogue, in ordinal order: from its first sale to the shop's last day. On a day without
    /// a sale the price is that of the last sale; sales in another currency than the product's are left out.</summary>
    /// <remarks>A day's exposure is what all other products sold on it, by their mean; so seasons, weekends and a growing shop are no
    /// answer to a price. 20 pieces a day are added on both sides, so that a small shop's noise is none either.</remarks>
    public IReadOnlyList<PriceSeries> Build(CatalogueSnapshot catalogue)
    {
        var daily = catalogue.Products
            .Where(product => _sales.ContainsKey(product.ProductId))
            .Select(product => (Product: product, Days: Daily(_sales[product.ProductId], product.Currency)))
            .Where(pair => pair.Days.Count > 0)
            .OrderBy(pair => pair.Product.ProductId)
            .ToList();
        if (daily.Count == 0)
        {
            return [];
        }

        var (first, last) = (daily.Min(pair => pair.Days.Keys.First()), daily.Max(pair => pair.Days.Keys.Last()));
        var totals = new long[last - first + 1];
        foreach (var (day, sold) in daily.SelectMany(pair => pair.Days))
        {
            totals[day - first] += sold.Units;
        }

        return [.. daily.Select(pair => new PriceSeries(
            pair.Product.ProductId,
            ElasticityTable.CategoryOf(pair.Product),
            Filled(pair.Days, totals, first, last),
            InCurrency(_sales[pair.Product.ProductId], pair.Product.Currency).Select(sale => sale.Key.Price).Distinct().Count()))];
    }

    private static IEnumerable<KeyValuePair<(string? Currency, int Day, decimal Price), long>> InCurrency(
        Dictionary<(string? Currency, int Day, decimal Price), long> sales, string currency) =>
        sales.Where(sale => sale.Key.Currency is null || string.Equals(sale.Key.Currency, currency, StringComparison.Ordinal));

    private static SortedDictionary<int, (decimal Price, long Units)> Daily(
        Dictionary<(string? Currency, int Day, decimal Price), long> sales, string currency)
    {
        var days = new SortedDictionary<int, (decimal Price, long Units)>();
        foreach (var day in InCurrency(sales, currency).GroupBy(sale => sale.Key.Day))
        {
            // Several prices on one day: the mean of what was paid, which does not depend on the order of a sum of decimals.
            var units = day.Sum(sale => sale.Value);
            days.Add(day.Key, (day.OrderBy(sale => sale.Key.Price).Sum(sale => sale.Key.Price * sale.Value) / units, units));
        }

        return days;
    }

    private static List<PriceDay> Filled(SortedDictionary<int, (decimal Price, long Units)> days, long[] totals, int first, int last)
    {
        const double Calm = 20;
        var start = days.Keys.First();
        var own = days.Values.Sum(sold => sold.Units);
        var mean = (totals[(start - first)..].Sum() - own) / (double)(last - start + 1);
        var filled = new List<PriceDay>(last - start + 1);
        var price = days[start].Price;
        for (var day = start; day <= last; day++)
        {
            var sold = days.GetValueOrDefault(day);
            price = sold.Units > 0 ? sold.Price : price;
            filled.Add(new PriceDay(day, price, sold.Units, (totals[day - first] - sold.Units + Calm) / (mean + Calm)));
        }

        return filled;
    }
}
