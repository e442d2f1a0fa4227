using System.Globalization;

namespace BundleFunctions.Operations.Drift;

/// <summary>How far apart two profiles are, feature by feature.</summary>
public static class InputDistance
{
    /// <summary>A feature that was counted more rarely than this, then or now, is not compared.</summary>
    public const long MinCount = 300;

    private const int Groups = 20;

    /// <summary>The population stability index of each feature that both were counted often enough for: 0 where they are alike, about 0.1 where
    /// a look pays, 0.25 and more where they are of different worlds.</summary>
    public static SortedDictionary<string, double> Of(InputProfile learned, InputProfile now)
    {
        var distances = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add(distances, "type", learned.Types, now.Types);
        Add(distances, "price", learned.Prices, now.Prices);
        Add(distances, "basket", learned.Baskets, now.Baskets);
        var groups = GroupsOf(learned.Products);
        Add(distances, "product", Grouped(learned.Products, groups), Grouped(now.Products, groups));
        return distances;
    }

    private static void Add(SortedDictionary<string, double> distances, string feature, SortedDictionary<string, long> before, SortedDictionary<string, long> after)
    {
        if (before.Values.Sum() >= MinCount && after.Values.Sum() >= MinCount)
        {
            distances.Add(feature, Index(before, after));
        }
    }

    // PSI = sum over buckets of (q - p) ln(q / p), half a count added to each bucket so that an empty one is not infinitely far away.
    // Two samples of one source are (B - 1)(1/n + 1/m) apart by chance alone (a chi-square's mean): that is taken off.
    private static double Index(SortedDictionary<string, long> before, SortedDictionary<string, long> after)
    {
        var buckets = before.Keys.Union(after.Keys, StringComparer.Ordinal).ToList();
        double n = before.Values.Sum(), m = after.Values.Sum();
        var sum = 0.0;
        foreach (var bucket in buckets)
        {
            var p = (before.GetValueOrDefault(bucket) + 0.5) / (n + (buckets.Count * 0.5));
            var q = (after.GetValueOrDefault(bucket) + 0.5) / (m + (buckets.Count * 0.5));
            sum += (q - p) * Math.Log(q / p);
        }

        return Math.Max(0, sum - ((buckets.Count - 1) * ((1 / n) + (1 / m))));
    }

    // Products one by one are too sparse to compare; twenty groups of about equal weight, by how often they were seen when the model learned, are not.
    private static Dictionary<string, string> GroupsOf(SortedDictionary<string, long> learned)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        double sum = 0, all = Math.Max(1, learned.Values.Sum());
        foreach (var (product, count) in learned.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            groups.Add(product, ((int)Math.Min(Groups - 1, sum * Groups / all)).ToString(CultureInfo.InvariantCulture));
            sum += count;
        }

        return groups;
    }

    private static SortedDictionary<string, long> Grouped(SortedDictionary<string, long> products, Dictionary<string, string> groups)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (product, count) in products)
        {
            var group = groups.GetValueOrDefault(product, "other");
            counts[group] = counts.GetValueOrDefault(group) + count;
        }

        return counts;
    }
}
