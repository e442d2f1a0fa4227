using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.DemoShop.Catalogue.Departments;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Baskets;

/// <summary>
/// What one order holds: one to three products that the visitor came for, the members of their planted bundles, and what
/// lies beside the till.
/// </summary>
internal sealed class BasketModel(SeededCatalogue catalogue, DemandModel demand, IReadOnlyList<BundlePlan> plans)
{
    /// <summary>Share of wishes that are for an anchor of a planted bundle; the rest is noise by popularity.</summary>
    private const double AnchorShare = 0.55;

    /// <summary>How seldom someone buys two products that stand in for each other.</summary>
    private const double BothSubstitutes = 0.02;

    private readonly Dictionary<int, BundlePlan> _plans = plans.ToDictionary(plan => plan.Anchor.Index);
    private readonly Dictionary<ProductId, ShopItem> _byId = catalogue.Items.ToDictionary(item => item.Id);

    public List<BasketLine> Draw(int favourite, int day, SeededRandom random)
    {
        var basket = new List<BasketLine>();
        var wishes = random.NextDouble() switch { < 0.76 => 1, < 0.96 => 2, _ => 3 };
        for (var wish = 0; wish < wishes; wish++)
        {
            var item = random.NextBool(AnchorShare)
                ? demand.DrawAnchor(favourite, day, random)
                : demand.Draw(favourite, day, random);
            if (TryAdd(basket, item, isIntent: true, random))
            {
                AddMembers(basket, item, random);
            }
        }

        for (var i = 0; i < catalogue.Counter.Count; i++)
        {
            if (random.NextBool(CounterDepartment.OrderRates[i]))
            {
                TryAdd(basket, catalogue.Counter[i], isIntent: false, random);
            }
        }

        return basket;
    }

    private void AddMembers(List<BasketLine> basket, ShopItem item, SeededRandom random)
    {
        foreach (var needed in item.Product.Requires)
        {
            TryAdd(basket, _byId[needed], isIntent: false, random);
        }

        if (_plans.TryGetValue(item.Index, out var plan) && random.NextBool(plan.TakeUp))
        {
            foreach (var (member, probability) in plan.Members)
            {
                if (random.NextBool(probability))
                {
                    TryAdd(basket, member, isIntent: false, random);
                }
            }
        }
    }

    private static bool TryAdd(List<BasketLine> basket, ShopItem item, bool isIntent, SeededRandom random)
    {
        foreach (var line in basket)
        {
            if (line.Item.Model == item.Model || Excludes(line.Item, item) || Excludes(item, line.Item)
                || (!item.IsCounter && line.Item.SubstituteGroup == item.SubstituteGroup && !random.NextBool(BothSubstitutes)))
            {
                return false;
            }
        }

        basket.Add(new BasketLine(item, DrawQuantity(item, random), isIntent));
        return true;
    }

    private static bool Excludes(ShopItem one, ShopItem other)
        => one.Product.Excludes.Count > 0 && one.Product.Excludes.Contains(other.Id);

    private static int DrawQuantity(ShopItem item, SeededRandom random)
        => random.NextBool(item.Type.IsConsumable ? 0.25 : 0.04) ? random.NextInt32(2, item.Type.IsConsumable ? 4 : 2) : 1;
}
