using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.DemoShop.Sessions;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Baskets;

/// <summary>
/// Which product someone wants: Zipf over popularity ranks, partly within the visitor's favourite department, more in season
/// and on promotion, and only what is on sale that day.
/// </summary>
internal sealed class DemandModel
{
    /// <summary>Zipf exponent and offset over all products: the first hundredth draws an eighth of the demand.</summary>
    private const double Exponent = 0.8;
    private const double Offset = 5;

    /// <summary>Anchors follow a flatter law, so that even the least of them is bought often enough to be learned.</summary>
    private const double AnchorExponent = 0.45;
    private const double FavouriteShare = 0.6;
    private const double PromotionLift = 1.6;
    private const int Attempts = 12;

    private readonly Pool _all;
    private readonly Pool _anchors;
    private readonly SeasonModel _seasons;

    public DemandModel(SeededCatalogue catalogue, IReadOnlyList<BundlePlan> plans, SeasonModel seasons)
    {
        ShopItem[] ranked = [.. catalogue.Items.Where(item => !item.IsCounter).OrderBy(item => item.PopularityRank)];
        _all = new Pool(ranked, AliasTable.ZipfWeights(ranked.Length, Exponent, Offset));
        _anchors = new Pool([.. plans.Select(plan => plan.Anchor)], AliasTable.ZipfWeights(plans.Count, AnchorExponent, Offset));
        _seasons = seasons;
        DepartmentShares = _all.DepartmentShares;
    }

    /// <summary>Demand of each department; favourites are dealt by it, so that they do not move the whole.</summary>
    public IReadOnlyList<double> DepartmentShares { get; }

    /// <summary>Any product.</summary>
    public ShopItem Draw(int favourite, int day, SeededRandom random) => Draw(_all, favourite, day, random);

    /// <summary>The anchor of a planted bundle.</summary>
    public ShopItem DrawAnchor(int favourite, int day, SeededRandom random) => Draw(_anchors, favourite, day, random);

    private ShopItem Draw(Pool pool, int favourite, int day, SeededRandom random)
    {
        ShopItem item;
        var attempt = 0;
        do
        {
            item = pool.Draw(random.NextBool(FavouriteShare) ? favourite : -1, random);
        }
        while (!item.Window.Contains(day) || (++attempt < Attempts && !random.NextBool(Acceptance(item, day))));

        return item;
    }

    /// <summary>The demand of this day as a share, 0..1, of the greatest that any day can have.</summary>
    private double Acceptance(ShopItem item, int day)
        => _seasons.Demand(item.Department, day) / SeasonModel.Greatest * ((item.Promotion.IsOn(day) ? PromotionLift : 1) / PromotionLift);

    private sealed class Pool
    {
        private readonly ShopItem[] _items;
        private readonly AliasTable _table;
        private readonly (ShopItem[] Items, AliasTable? Table)[] _departments;

        public Pool(ShopItem[] items, double[] weights)
        {
            _items = items;
            _table = new AliasTable(weights);
            var departments = ShopRange.Departments.Count;
            var shares = new double[departments];
            _departments = new (ShopItem[], AliasTable?)[departments];
            for (var department = 0; department < departments; department++)
            {
                var inside = Enumerable.Range(0, items.Length).Where(i => items[i].Department == department).ToArray();
                double[] own = [.. inside.Select(i => weights[i])];
                shares[department] = own.Sum();
                _departments[department] = ([.. inside.Select(i => items[i])], own.Length > 0 ? new AliasTable(own) : null);
            }

            DepartmentShares = shares;
        }

        public IReadOnlyList<double> DepartmentShares { get; }

        public ShopItem Draw(int department, SeededRandom random)
            => department >= 0 && _departments[department] is (var items, { } table) ? items[table.Draw(random)] : _items[_table.Draw(random)];
    }
}
