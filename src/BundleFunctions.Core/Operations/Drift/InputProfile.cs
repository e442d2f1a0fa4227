using System.Globalization;

namespace BundleFunctions.Operations.Drift;

/// <summary>How a shop's events of some days are spread, in buckets by which two times can be compared. It holds counts and no person.</summary>
public sealed record InputProfile
{
    // A tail of products that were hardly seen says nothing, and a record of them all would grow with the shop.
    private const int MaxProducts = 5_000;
    private const int MaxBasket = 10;

    /// <summary>Events by type.</summary>
    public required SortedDictionary<string, long> Types { get; init; }

    /// <summary>Events' items by product, of the 5,000 most frequent; all others stand under the empty name.</summary>
    public required SortedDictionary<string, long> Products { get; init; }

    /// <summary>Items with a price, by the power of two that their price is not below: a unit that changed shows at once.</summary>
    public required SortedDictionary<string, long> Prices { get; init; }

    /// <summary>Purchases by how many products they hold; ten stands for ten and more.</summary>
    public required SortedDictionary<string, long> Baskets { get; init; }

    /// <summary>Counts events.</summary>
    public static async Task<InputProfile> CountAsync(IAsyncEnumerable<ShopEvent> events)
    {
        var (types, products, prices, baskets) = (New(), new Dictionary<string, long>(StringComparer.Ordinal), New(), New());
        await foreach (var shopEvent in events)
        {
            Add(types, shopEvent.Type.ToString());
            if (shopEvent.Type == EventType.Purchase)
            {
                Add(baskets, Number(Math.Min(MaxBasket, shopEvent.Items.Count)));
            }

            foreach (var item in shopEvent.Items)
            {
                Add(products, item.ProductId.Value);
                if (item.UnitPrice is > 0 and { } price)
                {
                    Add(prices, Number((int)Math.Floor(Math.Log2((double)price))));
                }
            }
        }

        return new InputProfile { Types = types, Products = Keep(products), Prices = prices, Baskets = baskets };
    }

    private static SortedDictionary<string, long> Keep(Dictionary<string, long> counts)
    {
        var kept = New();
        var rest = 0L;
        foreach (var (product, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (kept.Count < MaxProducts)
            {
                kept.Add(product, count);
            }
            else
            {
                rest += count;
            }
        }

        kept[""] = rest;
        return kept;
    }

    private static SortedDictionary<string, long> New() => new(StringComparer.Ordinal);

    private static void Add(IDictionary<string, long> counts, string key) => counts[key] = (counts.TryGetValue(key, out var count) ? count : 0) + 1;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
