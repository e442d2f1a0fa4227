using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Makes the catalogue: shares the products out over the types, fills each type with models and their variants.</summary>
internal sealed class CatalogueBuilder(DemoShopOptions options)
{
    /// <summary>Models that stand in for each other.</summary>
    private const int ModelsPerSubstituteGroup = 4;

    private readonly List<ShopItem> _items = new(options.Products);
    private int _models;
    private int _substituteGroups;

    public SeededCatalogue Build()
    {
        var counter = ShopRange.Counter.Types;
        var types = ShopRange.Departments.SelectMany((department, index) => department.Types.Select(type => (type, index))).ToArray();
        var shares = Apportionment.Share(options.Products - counter.Count, [.. types.Select(_ => 1.0)]);
        for (var i = 0; i < types.Length; i++)
        {
            AddType(types[i].type, types[i].index, shares[i], SeededRandom.ForStream(options.Seed, "type", (ulong)i));
        }

        var atTheTill = SeededRandom.ForStream(options.Seed, "counter");
        foreach (var type in counter)
        {
            var maker = new ItemMaker(type, ShopRange.Counter, options, atTheTill);
            _items.Add(maker.Make(maker.DrawModel(_models++, canLeave: false), VariantAxis.None, 0, _items.Count, -1, -1));
        }

        RankByPopularity();
        CompatibilityRules.Apply(_items, SeededRandom.ForStream(options.Seed, "compatibility"));
        return new SeededCatalogue(_items);
    }

    private void AddType(ProductType type, int department, int count, SeededRandom random)
    {
        var maker = new ItemMaker(type, ShopRange.Departments[department], options, random);
        for (var (made, model) = (0, 0); made < count; model++)
        {
            if (model % ModelsPerSubstituteGroup == 0)
            {
                _substituteGroups++;
            }

            var drawn = maker.DrawModel(_models++, canLeave: true);
            var variants = Math.Min(count - made, maker.DrawVariantCount());
            var axis = variants > 1 ? type.Axis : VariantAxis.None;
            for (var variant = 0; variant < variants; variant++, made++)
            {
                _items.Add(maker.Make(drawn, axis, variant, _items.Count, department, _substituteGroups - 1));
            }
        }
    }

    private void RankByPopularity()
    {
        var order = _items.Where(item => !item.IsCounter).Select(item => item.Index).ToArray();
        SeededRandom.ForStream(options.Seed, "popularity").Shuffle<int>(order);
        for (var rank = 0; rank < order.Length; rank++)
        {
            _items[order[rank]] = _items[order[rank]] with { PopularityRank = rank };
        }
    }
}
