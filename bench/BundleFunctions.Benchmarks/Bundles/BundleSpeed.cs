using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Pricing;

namespace BundleFunctions.Benchmarks.Bundles;

/// <summary>Bundles of a made-up shop: every product an anchor with twenty neighbours and twenty sets, built, constrained and priced.
/// Arguments: products [plain|rules|unpriced]. Prints these, the bundles, processor seconds by stage, and
/// peak memory.</summary>
internal static class BundleSpeed
{
    private const int Neighbours = 20;
    private const int Sets = 20;
    private const int TotalOrders = 1_000_000;
    private const int AnchorOrders = 400;
    private const int NeighbourOrders = 500;
    private const int ChunkSize = 1024;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var kind = args.Length > 1 ? args[1] : "plain";
        var products = Enumerable.Range(0, count).Select(Product).ToArray();
        var builder = new BundleBuilder(new BundlingOptions { Constraints = kind is "rules" ? Rules() : new ConstraintOptions() });
        var pricer = new BundlePricer(new PricingOptions());
        var byId = products.ToDictionary(product => product.ProductId);
        var (bundles, building, pricing) = (0L, 0.0, 0.0);
        for (var from = 0; from < count; from += ChunkSize)
        {
            // What the model's file would give is made beforehand and not counted.
            var lines = Enumerable.Range(from, Math.Min(ChunkSize, count - from)).Select(i => Line(i, products)).ToArray();
            var drafts = new List<BundleDraft>();
            building += Measured.CpuSeconds(() =>
            {
                foreach (var line in lines)
                {
                    drafts.AddRange(builder.Build(line, byId.GetValueOrDefault, TotalOrders, Now));
                }
            });
            pricing += Measured.CpuSeconds(() => bundles += kind is "unpriced" ? drafts.Count : drafts.Count(draft => pricer.Price(draft.Lines, Demand(draft)).Price is not null));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count}\t{kind}\t{bundles}\tbuild {building:0.00} s\tprice {pricing:0.00} s\t{Measured.PeakMebibytes():0} MiB"));
        return 0;
    }

    private static ConstraintOptions Rules() => new()
    {
        Classes = [new ClassRule { Value = "alcohol", Policy = ClassPolicy.NotWith, NotWithValues = ["child"] }],
        ForbiddenCategories = [new CategoryPair("Category 1", "Category 2")],
        CategoryLimits = [new CategoryLimit("Category 3", 1)],
        Bans = [.. Enumerable.Range(0, 50).Select(i => new BundleBan { Products = [Id(i * 7)] })],
    };

    private static ProductId Id(int i) => Identifier.Parse<ProductId>(string.Create(CultureInfo.InvariantCulture, $"p{i:0000000}"));

    private static Product Product(int i)
    {
        var random = SeededRandom.ForStream(1, "product", (ulong)i);
        var price = 5 + random.NextInt32(20_000) / 100m;
        return new Product
        {
            ProductId = Id(i),
            Title = $"Product {i}",
            Price = price,
            Cost = Math.Round(price * 0.6m, 2),
            Currency = "EUR",
            Stock = 1 + random.NextInt32(100),
            Categories = [$"Category {i % 20}/Leaf {i % 200}"],
            GroupId = i % 10 < 3 ? $"g{i / 10}" : null,
        };
    }

    private static ProductAssociations Line(int anchor, Product[] products)
    {
        var random = SeededRandom.ForStream(1, "line", (ulong)anchor);
        var chosen = new SortedSet<int>();
        while (chosen.Count < Neighbours)
        {
            var other = random.NextInt32(products.Length);
            if (other != anchor)
            {
                chosen.Add(other);
            }
        }

        int[] numbers = [.. chosen];
        var together = Array.ConvertAll(numbers, _ => 30 + random.NextInt32(150));
        var sets = new Dictionary<(int, int), AssociatedSet>();
        while (sets.Count < Sets)
        {
            var (a, b) = (random.NextInt32(10), random.NextInt32(10));
            if (a < b)
            {
                var orders = Math.Min(together[a], together[b]) * 3 / 4;
                sets[(a, b)] = new AssociatedSet([Id(numbers[a]), Id(numbers[b])], orders, orders + random.NextInt32(30));
            }
        }

        return new ProductAssociations(
            Id(anchor), AnchorOrders, [.. numbers.Select((number, i) => new Neighbour(Id(number), NeighbourOrders, together[i]))], [.. sets.Values]);
    }

    private static BundleDemand Demand(BundleDraft draft) => new(
        [.. draft.Lines.Select((_, i) => (double)(i == 0 ? AnchorOrders : NeighbourOrders) / TotalOrders)], (double)draft.Evidence.Orders / TotalOrders);
}
