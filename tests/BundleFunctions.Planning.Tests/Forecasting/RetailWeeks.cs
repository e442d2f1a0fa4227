using System.Globalization;
using BundleFunctions.Baskets;
using BundleFunctions.Planning.Series;
using BundleFunctions.Security;
using BundleFunctions.Testing;

namespace BundleFunctions.Planning.Tests.Forecasting;

/// <summary>Weekly pieces of Online Retail's products, cancellations taken back: the shop's fifty best sellers and fifty that seldom sell, told apart by
/// the first twenty weeks alone, so that nobody knew how they went on.</summary>
internal static class RetailWeeks
{
    private const int Known = 20;

    // The first Monday of the data, and the last Sunday.
    private static readonly DateOnly First = new(2010, 12, 6);
    private static readonly DateOnly Last = new(2011, 9, 25);

    private static readonly Lazy<(IReadOnlyList<DemandSeries> Best, IReadOnlyList<DemandSeries> Sparse)> Weeks = new(Load);

    public static (IReadOnlyList<DemandSeries> Best, IReadOnlyList<DemandSeries> Sparse) Read() => Weeks.Value;

    private static (IReadOnlyList<DemandSeries> Best, IReadOnlyList<DemandSeries> Sparse) Load()
    {
        var series = DemandBook.Daily(Orders(), Last).Select(Whole).OfType<DemandSeries>().ToList();
        return (Most(series), Most(series.Where(one => one.Values.Take(Known).Count(value => value > 0) is >= 3 and <= 9)));
    }

    private static IReadOnlyList<SoldOrder> Orders()
    {
        var builder = new BasketBuilder();
        var folder = RealData.Folder("online-retail");
        foreach (var invoice in OnlineRetail.Sales(folder).GroupBy(row => row[0], StringComparer.Ordinal))
        {
            builder.Add(Event(EventType.Purchase, invoice));
        }

        foreach (var invoice in OnlineRetail.Cancellations(folder).GroupBy(row => row[0], StringComparer.Ordinal))
        {
            builder.Add(Event(EventType.Refund, invoice));
        }

        return builder.BuildSold();
    }

    private static ShopEvent Event(EventType type, IGrouping<string, string[]> invoice) => new()
    {
        EventId = Identifier.Parse<EventId>(invoice.Key),
        Type = type,
        OccurredAt = OnlineRetail.At(invoice.First()),
        User = invoice.First()[6] is { Length: > 0 } customer ? Porch.Pseudonymizer.Create(PseudonymKind.User, Porch.Shop, customer) : null,
        Items = [.. invoice.Select(row => new EventItem(
            Identifier.Parse<ProductId>(row[1]), Math.Abs(int.Parse(row[3], CultureInfo.InvariantCulture)), decimal.Parse(row[5], CultureInfo.InvariantCulture)))],
    };

    // Every series over all weeks, so that all have the same origins.
    private static DemandSeries? Whole(DemandSeries daily)
    {
        var missing = daily.First.DayNumber - First.DayNumber;
        var values = missing >= 0 ? [.. new double[missing], .. daily.Values] : daily.Values.Skip(-missing).ToArray();
        return new DemandSeries(daily.Key, SeriesStep.Day, First, values).ToWeeks();
    }

    private static List<DemandSeries> Most(IEnumerable<DemandSeries> series) =>
        [.. series.OrderByDescending(one => one.Values.Take(Known).Sum()).ThenBy(one => one.Key, StringComparer.Ordinal).Take(50)];
}
