using BundleFunctions.Baskets;

namespace BundleFunctions.Planning.Series;

/// <summary>Turns orders into daily series: each product from its first sale to the shop's last day.</summary>
public static class DemandBook
{
    /// <param name="orders">What was sold, in any order.</param>
    /// <param name="through">The last day that is whole; later orders are left out. Null for the day of the newest order.</param>
    /// <param name="maxPieces">Pieces of one line that count at most, 1 or more: more is trade that will not come again by itself.</param>
    /// <returns>In ordinal order of the products.</returns>
    public static IReadOnlyList<DemandSeries> Daily(IReadOnlyCollection<SoldOrder> orders, DateOnly? through = null, long maxPieces = long.MaxValue)
    {
        if (orders.Count == 0)
        {
            return [];
        }

        var last = (through ?? DayOf(orders.Max(order => order.At))).DayNumber;
        var sold = new SortedDictionary<ProductId, SortedDictionary<int, double>>();
        foreach (var order in orders)
        {
            var day = DayOf(order.At).DayNumber;
            foreach (var line in day > last ? [] : order.Lines)
            {
                if (!sold.TryGetValue(line.Product, out var days))
                {
                    sold.Add(line.Product, days = []);
                }

                days[day] = days.GetValueOrDefault(day) + Math.Min(line.Pieces, maxPieces);
            }
        }

        return [.. sold.Select(product => Filled(product.Key.Value, product.Value, last))];
    }

    /// <summary>Several series of one step and one last day as one: from the first day of the longest.</summary>
    /// <param name="key">What the sum is a series of.</param>
    /// <param name="series">One or more.</param>
    /// <exception cref="ArgumentException">There is none, or they have different steps or end on different days.</exception>
    public static DemandSeries Sum(string key, IReadOnlyList<DemandSeries> series)
    {
        if (series.Count == 0 || series.Any(one => one.Step != series[0].Step || one.Next != series[0].Next))
        {
            throw new ArgumentException($"{key} is summed over {series.Count} series; expected one or more of one step that end on one day.", nameof(series));
        }

        var longest = series.MaxBy(one => one.Values.Count)!;
        var values = new double[longest.Values.Count];
        foreach (var one in series)
        {
            var start = values.Length - one.Values.Count;
            for (var i = 0; i < one.Values.Count; i++)
            {
                values[start + i] += one.Values[i];
            }
        }

        return longest with { Key = key, Values = values };
    }

    internal static DemandSeries Filled(string key, SortedDictionary<int, double> days, int last)
    {
        var first = days.Keys.First();
        var values = new double[last - first + 1];
        foreach (var (day, pieces) in days)
        {
            values[day - first] = pieces;
        }

        return new DemandSeries(key, SeriesStep.Day, DateOnly.FromDayNumber(first), values);
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
