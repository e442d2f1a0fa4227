using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Ranking;

/// <summary>Asks each order one question whose answer it is itself: the page of one of its products, or, with an even chance from three products on,
/// a cart of half of them.</summary>
internal static class PastOrders
{
    private const int MostInCart = 10;

    /// <summary>The questions of some rows; the same for the same rows and seed, whatever the threads.</summary>
    /// <param name="baskets">All orders.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="most">Questions at most; rows are thinned out evenly.</param>
    /// <param name="seed">Chooses the products.</param>
    public static List<(ProductId[] Asked, HashSet<ProductId> Bought, bool IsCart)> Ask(EncodedBaskets baskets, int from, int to, int most, ulong seed)
    {
        var asked = new List<(ProductId[], HashSet<ProductId>, bool)>();
        var rows = Enumerable.Range(from, to - from).Where(row => baskets.Rows[row].Length >= 2).ToArray();
        var step = Math.Max(1.0, (double)rows.Length / most);
        for (var i = 0; i < most && (int)(i * step) < rows.Length; i++)
        {
            var row = rows[(int)(i * step)];
            var products = baskets.Rows[row].ToArray().Select(number => baskets.Products[number]).ToArray();
            var random = SeededRandom.ForStream(seed, "past-orders", (ulong)row);
            for (var last = products.Length - 1; last > 0; last--)
            {
                var other = random.NextInt32(last + 1);
                (products[last], products[other]) = (products[other], products[last]);
            }

            var isCart = products.Length >= 3 && random.NextInt32(2) == 0;
            var held = isCart ? Math.Min(MostInCart, products.Length / 2) : 1;
            asked.Add((products[..held], [.. isCart ? products[held..] : products], isCart));
        }

        return asked;
    }
}
