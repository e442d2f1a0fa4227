using BundleFunctions.Associations;
using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Tests.Counting;

/// <summary>The trainer's promise in the plainest code: every count by looking at every order.</summary>
internal static class BruteForce
{
    public static List<ProductAssociations> Train(string[][] orders, TrainingOptions options)
    {
        var sets = orders.Select(order => order.ToHashSet(StringComparer.Ordinal)).ToArray();
        var products = sets.SelectMany(order => order).Distinct().Order(StringComparer.Ordinal).ToArray();
        return [.. products.Select(anchor => Describe(anchor, products, sets, options))];
    }

    private static ProductAssociations Describe(string anchor, string[] products, HashSet<string>[] orders, TrainingOptions options)
    {
        var own = Count(orders, anchor);
        var neighbours = products.Where(other => other != anchor)
            .Select(other => (other, of: Count(orders, other), together: Count(orders, anchor, other)))
            .Where(pair => pair.together >= options.MinUsers && (long)pair.together * orders.Length > (long)own * pair.of)
            .OrderByDescending(pair => (float)LogLikelihoodRatio.Signed(pair.together, own, pair.of, orders.Length))
            .ThenByDescending(pair => pair.together)
            .ThenBy(pair => pair.other, StringComparer.Ordinal)
            .Take(options.Neighbours)
            .ToArray();

        var best = neighbours.Take(options.SetNeighbours).Select(pair => pair.other).Order(StringComparer.Ordinal).ToArray();
        var sets = Subsets(best)
            .Select(rest => (rest, together: Count(orders, [anchor, .. rest]), of: Count(orders, rest)))
            .Where(set => set.together >= options.MinSetOrders)
            .Select(set => (set.rest, set.together, set.of,
                score: set.rest.Length * (WilsonInterval.Lower95(set.together, own) - ((double)set.of / orders.Length))))
            .Where(set => set.score > 0)
            .OrderByDescending(set => set.score).ThenByDescending(set => set.together).ThenBy(set => set.rest.Length)
            .ThenBy(set => string.Join('\u0001', set.rest), StringComparer.Ordinal)
            .Take(options.SetsPerProduct);

        return new ProductAssociations(
            Id(anchor),
            own,
            [.. neighbours.Select(pair => new Neighbour(Id(pair.other), pair.of, pair.together))],
            [.. sets.Select(set => new AssociatedSet([.. set.rest.Select(Id)], set.together, set.of))]);
    }

    private static IEnumerable<string[]> Subsets(string[] items)
    {
        for (var a = 0; a < items.Length; a++)
        {
            for (var b = a + 1; b < items.Length; b++)
            {
                yield return [items[a], items[b]];
                for (var c = b + 1; c < items.Length; c++)
                {
                    yield return [items[a], items[b], items[c]];
                }
            }
        }
    }

    private static int Count(HashSet<string>[] orders, params string[] items) => orders.Count(order => items.All(order.Contains));

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
