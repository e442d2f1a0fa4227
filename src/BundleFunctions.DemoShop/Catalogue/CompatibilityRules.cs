using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>
/// Gives a few additions a product that they need (<c>requires</c>) or do not fit (<c>excludes</c>). Both ends are products
/// of types that complement each other, so that the rules matter to bundles.
/// </summary>
internal static class CompatibilityRules
{
    /// <summary>One rule of each kind for so many products.</summary>
    private const int ProductsPerRule = 80;

    public static void Apply(List<ShopItem> items, SeededRandom random)
    {
        var byType = items.ToLookup(item => item.Type.Slug, item => item.Index, StringComparer.Ordinal);
        var mains = items.Where(item => item.Type.Complements.Count > 0 && item.Window.IsAlways).Select(item => item.Index).ToArray();
        var ruled = new HashSet<int>();
        for (var rule = 0; rule < 2 * Math.Max(1, items.Count / ProductsPerRule); rule++)
        {
            var main = items[mains[random.NextInt32(mains.Length)]];
            var additions = byType[main.Type.Complements[random.NextInt32(main.Type.Complements.Count)]].ToArray();
            var addition = items[additions[random.NextInt32(additions.Length)]];
            if (!ruled.Add(addition.Index) || !ruled.Add(main.Index))
            {
                continue;
            }

            var product = rule % 2 == 0
                ? addition.Product with { Requires = [main.Id] }
                : addition.Product with { Excludes = [main.Id] };
            items[addition.Index] = addition with { Product = product };
        }
    }
}
