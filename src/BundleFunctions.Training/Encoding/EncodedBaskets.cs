using BundleFunctions.Baskets;
using BundleFunctions.Numerics.Counting;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Encoding;

/// <summary>A shop's orders as sets of product numbers.</summary>
/// <param name="Products">What the numbers stand for.</param>
/// <param name="Rows">One row an order, oldest first.</param>
/// <param name="Moments">When each order was placed, by row.</param>
/// <param name="Users">Who placed each order, numbered in the order of their first one: their pseudonyms differ between deployments and must
/// not show in a result; -1 where the shop did not say.</param>
public sealed record EncodedBaskets(ProductIndex Products, IndexSets Rows, IReadOnlyList<DateTimeOffset> Moments, IReadOnlyList<int> Users)
{
    /// <param name="baskets">In order of time, as <see cref="BasketBuilder"/> gives them.</param>
    /// <exception cref="OverflowException">More than 2^31 - 1 order lines.</exception>
    public static EncodedBaskets Of(IReadOnlyList<Basket> baskets)
    {
        var products = ProductIndex.Of(baskets);
        var offsets = new int[baskets.Count + 1];
        for (var row = 0; row < baskets.Count; row++)
        {
            offsets[row + 1] = checked(offsets[row] + baskets[row].Products.Count);
        }

        var items = new int[offsets[^1]];
        var moments = new DateTimeOffset[baskets.Count];
        var users = new int[baskets.Count];
        var numbers = new Dictionary<Pseudonym, int>();
        for (var row = 0; row < baskets.Count; row++)
        {
            moments[row] = baskets[row].At;
            users[row] = baskets[row].User is not { } user ? -1
                : numbers.TryGetValue(user, out var known) ? known
                : numbers[user] = numbers.Count;
            var place = offsets[row];

            // Products and their numbers are both in ordinal order, so the row comes out ascending.
            foreach (var product in baskets[row].Products)
            {
                items[place++] = products.NumberOf(product);
            }
        }

        return new EncodedBaskets(products, new IndexSets(offsets, items, products.Count), moments, users);
    }

    /// <summary>Only the newest orders of each user, and all of whose user nothing is known. Products keep their numbers, though some may
    /// have no order left.</summary>
    /// <param name="maxOrdersPerUser">Orders of one user that count, 0 or more; 0 sets no bound.</param>
    public EncodedBaskets Capped(int maxOrdersPerUser)
    {
        int[] users = [.. Users];
        var kept = UserCaps.Kept(users, maxOrdersPerUser);
        return kept.Length == users.Length ? this
            : new EncodedBaskets(Products, UserCaps.Take(Rows, kept), Array.ConvertAll(kept, row => Moments[row]), UserCaps.Take(users, kept));
    }
}
