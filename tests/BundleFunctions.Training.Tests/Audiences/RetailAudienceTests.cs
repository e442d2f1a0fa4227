using System.Globalization;
using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using BundleFunctions.Security;
using BundleFunctions.Testing;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>What is expected of the customers of Online Retail in four weeks that nothing was learned from, against what they bought. The shop has no categories and
/// no brands, and many of its customers are shops themselves: in September they stock for Christmas, and take 60 of 100 more that they did not own than in August.</summary>
public sealed class RetailAudienceTests(ITestOutputHelper output)
{
    private const int Pairs = 100;
    private const int Each = 37;

    [RealDataFact("online-retail")]
    public void Learn_HeldOutWeeksOfOnlineRetail_ExpectsWhatCustomersDid()
    {
        var sales = OnlineRetail.Sales(RealData.Folder("online-retail")).ToList();
        var events = sales.GroupBy(row => row[0], StringComparer.Ordinal).Select(Event).OrderBy(one => one.OccurredAt).ToList();

        Calibrated("August", sales, events, new DateTimeOffset(2011, 9, 3, 0, 0, 0, TimeSpan.Zero), most: 1.5);
        Calibrated("September", sales, events, new DateTimeOffset(2011, 10, 1, 0, 0, 0, TimeSpan.Zero), most: 3);
    }

    private void Calibrated(string name, IReadOnlyList<string[]> sales, IReadOnlyList<ShopEvent> all, DateTimeOffset end, double most)
    {
        var cut = end.AddDays(-ResponseModel.Days);
        var catalogue = Catalogue(sales.Where(row => OnlineRetail.At(row) < cut));
        var builder = new BasketBuilder();
        var events = all.Where(one => one.OccurredAt < end).ToList();
        events.ForEach(builder.Add);
        var baskets = builder.Build().Baskets;

        var weeks = HeldOutWeeks.Learn(baskets, Profiles(events, cut.AddDays(-ResponseModel.Days), catalogue), Profiles(events, cut, catalogue), cut, catalogue);

        Held($"{name}, products", weeks.Products(Each), most);
        Held($"{name}, new products", weeks.Fresh(Each), most);
        Held($"{name}, bundles", weeks.Bundles(MostTogether(baskets.Where(basket => basket.At < cut))), most);
    }

    private void Held(string what, IEnumerable<(double Expected, bool Seen)> cases, double most)
    {
        var found = Calibration.Of(cases);
        output.WriteLine($"{what}: {found}");

        found.Seen.ShouldBeGreaterThan(100);
        (found.Seen / found.Expected).ShouldBeInRange(0.6, most, what);
        ((double)found.BestSeen / found.Seen).ShouldBeGreaterThan(0.2, what);
    }

    private static ShopEvent Event(IGrouping<string, string[]> invoice) => new()
    {
        EventId = Identifier.Parse<EventId>(invoice.Key),
        Type = EventType.Purchase,
        OccurredAt = OnlineRetail.At(invoice.First()),
        User = invoice.First()[6] is { Length: > 0 } customer ? Porch.Pseudonymizer.Create(PseudonymKind.User, Porch.Shop, customer) : null,
        Items = [.. invoice.GroupBy(row => row[1], StringComparer.Ordinal).Select(rows => new EventItem(
            Identifier.Parse<ProductId>(rows.Key), rows.Sum(row => int.Parse(row[3], CultureInfo.InvariantCulture)), Price(rows.First())))],
    };

    private static decimal Price(string[] row) => decimal.Parse(row[5], CultureInfo.InvariantCulture);

    // What was sold before the cut, under its last name and at its usual price.
    private static CatalogueSnapshot Catalogue(IEnumerable<string[]> sales) => new("retail", isDerived: true,
    [
        .. sales.GroupBy(row => row[1], StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => new Product
        {
            ProductId = Identifier.Parse<ProductId>(rows.Key),
            Title = rows.Last()[2],
            Price = rows.Select(Price).Order().ElementAt(rows.Count() / 2),
            Currency = "GBP",
        }),
    ]);

    private static IReadOnlyList<UserProfile> Profiles(IEnumerable<ShopEvent> events, DateTimeOffset at, CatalogueSnapshot catalogue)
    {
        var profiles = new ProfileBuilder(new ProfileOptions(), catalogue, "GBP");
        foreach (var one in events.Where(one => one.OccurredAt < at))
        {
            profiles.Add(one);
        }

        return profiles.Build();
    }

    // The pairs that most orders before the cut hold, as the counts would bundle them.
    private static IEnumerable<(ProductId One, ProductId Other)> MostTogether(IEnumerable<Basket> baskets)
    {
        var counts = new Dictionary<(ProductId, ProductId), int>();
        foreach (var products in baskets.Select(basket => basket.Products.Order().ToArray()).Where(products => products.Length <= 40))
        {
            for (var i = 0; i < products.Length; i++)
            {
                for (var j = i + 1; j < products.Length; j++)
                {
                    counts[(products[i], products[j])] = counts.GetValueOrDefault((products[i], products[j])) + 1;
                }
            }
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Pairs).Select(pair => pair.Key);
    }
}
