using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Baskets;

/// <summary>
/// Chooses the planted bundles: anchors spread evenly over the popularity ranks of what can anchor, members from complementary
/// types. Only products that sell on every day and are in stock when the period ends take part, and no rule of compatibility stands
/// between them: every planted bundle can be offered whole. Members are likely enough (0.75 to 0.95) that the whole set is what the
/// anchor's buyers take most often, so that a recommender that offers less of it, or more, is wrong.
/// </summary>
internal sealed class BundlePlanter(DemoShopOptions options, SeededCatalogue catalogue)
{
    /// <summary>In how many bundles one product may be a member: some sharing is lifelike, much would blur the truth.</summary>
    private const int BundlesPerMember = 2;

    private readonly SeededRandom _random = SeededRandom.ForStream(options.Seed, "bundles");
    private readonly int[] _uses = new int[catalogue.Items.Count];
    private readonly HashSet<int> _anchorModels = [];
    private readonly HashSet<ProductId> _required = [.. catalogue.Items.SelectMany(item => item.Product.Requires)];

    public IReadOnlyList<BundlePlan> Plant()
    {
        var candidates = catalogue.Items.Where(CanAnchor)
            .OrderBy(item => item.PopularityRank)
            .DistinctBy(item => item.Model)
            .ToArray();
        var bundles = Math.Min(options.Bundles, candidates.Length);
        var anchors = new List<ShopItem>(bundles);
        for (var stratum = 0; stratum < bundles; stratum++)
        {
            var low = (int)((long)candidates.Length * stratum / bundles);
            var high = (int)((long)candidates.Length * (stratum + 1) / bundles);
            var anchor = candidates[low + _random.NextInt32(high - low)];
            _anchorModels.Add(anchor.Model);
            anchors.Add(anchor);
        }

        return [.. anchors.Select(Plan).Where(plan => plan.Members.Count > 0)];
    }

    // A product that another requires is bought with that other every time: a second truth beside the planted one.
    private bool CanAnchor(ShopItem item)
        => !item.IsCounter && item.Type.Complements.Count > 0 && IsFree(item) && !_required.Contains(item.Id);

    private static bool IsFree(ShopItem item)
        => item.Window.IsAlways && item.Product.Stock is > 0 && item.Product.Requires.Count == 0 && item.Product.Excludes.Count == 0;

    private BundlePlan Plan(ShopItem anchor)
    {
        var size = _random.NextDouble() switch { < 0.35 => 1, < 0.8 => 2, _ => 3 };
        string[] types = [.. anchor.Type.Complements];
        _random.Shuffle<string>(types);
        var members = new List<(ShopItem, double)>(size);
        foreach (var type in types)
        {
            var free = catalogue.ByType[type]
                .Where(item => IsFree(item) && _uses[item.Index] < BundlesPerMember && !_anchorModels.Contains(item.Model))
                .ToArray();
            if (members.Count < size && free.Length > 0)
            {
                var member = free[_random.NextInt32(free.Length)];
                _uses[member.Index]++;
                members.Add((member, _random.NextInt32(75, 95) / 100.0));
            }
        }

        return new BundlePlan(anchor, _random.NextInt32(70, 90) / 100.0, members);
    }
}
