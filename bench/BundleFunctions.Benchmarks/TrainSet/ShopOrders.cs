using System.Globalization;
using BundleFunctions.Baskets;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Benchmarks.TrainSet;

/// <summary>Orders of a made-up shop. Half of the draws follow what all buy, half the shelf that the order is about; both by Zipf's law.</summary>
internal static class ShopOrders
{
    public const int Shelves = 300;

    private const double Exponent = 0.9;
    private const int OrdersAUser = 5;

    public static BasketSet Make(int items, int events)
    {
        var products = Products(items);
        var random = new SeededRandom(1);
        var (all, shelf) = (AliasTable.Zipf(items, Exponent), AliasTable.Zipf(Math.Max(items / Shelves, 1), Exponent));
        var users = Math.Max(events / 6 / OrdersAUser, 1);
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var baskets = new List<Basket>(events / 6);
        var (held, left) = (new SortedSet<ProductId>(), events);
        while (left > 0)
        {
            held.Clear();
            var about = random.NextInt32(Shelves);
            for (var draws = random.NextInt32(5, 10); draws > 0; draws--)
            {
                held.Add(products[random.NextBool(.5) ? all.Draw(random) : ((shelf.Draw(random) * Shelves) + about) % items]);
            }

            baskets.Add(new Basket(
                OrderKey.Of(Named(baskets.Count)), Named(random.NextInt32(users)), start.AddSeconds(baskets.Count * (31_536_000.0 / (events / 6.0))), [.. held]));
            left -= held.Count;
        }

        return new BasketSet(baskets, new BasketReport(baskets.Count, 0, baskets.Count, 0, baskets.Count, 0, 0, 0, 0, baskets[^1].At));
    }

    /// <summary>Ids by place: the more popular of a shelf first, shelves in turn. Numbers say nothing of either, as in a shop.</summary>
    public static ProductId[] Products(int items)
    {
        ProductId[] products = [.. Enumerable.Range(0, items).Select(i => Identifier.Parse<ProductId>(string.Create(CultureInfo.InvariantCulture, $"p{i:D6}")))];
        new SeededRandom(2).Shuffle(products.AsSpan());
        return products;
    }

    private static Pseudonym Named(int number) => Identifier.Parse<Pseudonym>(string.Create(CultureInfo.InvariantCulture, $"{number:x32}"));
}
