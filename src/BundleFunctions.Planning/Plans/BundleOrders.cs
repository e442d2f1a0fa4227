using BundleFunctions.Baskets;
using BundleFunctions.Planning.Series;
using BundleFunctions.Publishing;

namespace BundleFunctions.Planning.Plans;

/// <summary>How often bundles were bought whole, offered or not: orders that hold all pieces of one.</summary>
internal static class BundleOrders
{
    /// <param name="bundles">Whose orders are counted.</param>
    /// <param name="orders">What was sold.</param>
    /// <param name="through">The last whole day.</param>
    /// <returns>A daily series a bundle that was bought at all; keys are bundle ids, in ordinal order.</returns>
    public static IReadOnlyList<DemandSeries> Daily(IReadOnlyCollection<PublishedBundle> bundles, IEnumerable<SoldOrder> orders, DateOnly through)
    {
        var byRarest = RarestFirst(bundles, orders);
        var days = new SortedDictionary<string, SortedDictionary<int, double>>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            var pieces = order.Lines.ToDictionary(line => line.Product, line => line.Pieces);
            var day = DateOnly.FromDateTime(order.At.UtcDateTime).DayNumber;
            if (day > through.DayNumber)
            {
                continue;
            }

            foreach (var bundle in order.Lines.SelectMany(line => byRarest[line.Product]))
            {
                if (bundle.Items.All(item => pieces.GetValueOrDefault(item.ProductId) >= item.Quantity))
                {
                    if (!days.TryGetValue(bundle.BundleId.Value, out var own))
                    {
                        days.Add(bundle.BundleId.Value, own = []);
                    }

                    own[day] = own.GetValueOrDefault(day) + 1;
                }
            }
        }

        return [.. days.Select(bundle => DemandBook.Filled(bundle.Key, bundle.Value, through.DayNumber))];
    }

    // A bundle is looked for only in the orders that hold its rarest product.
    private static ILookup<ProductId, PublishedBundle> RarestFirst(IReadOnlyCollection<PublishedBundle> bundles, IEnumerable<SoldOrder> orders)
    {
        var counts = orders.SelectMany(order => order.Lines).GroupBy(line => line.Product).ToDictionary(lines => lines.Key, lines => lines.Count());
        return bundles.ToLookup(bundle => bundle.Items.Select(item => item.ProductId).OrderBy(product => counts.GetValueOrDefault(product)).ThenBy(product => product).First());
    }
}
