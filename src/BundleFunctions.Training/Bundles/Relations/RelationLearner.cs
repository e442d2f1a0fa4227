using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.Learning;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Learns a <see cref="RelationModel"/> from a shop's own clear-cut pairs: one regression for each relation against the rest,
/// normalised to sum to 1 (Zadrozny and Elkan 2002). The same evidence gives the same model.</summary>
/// <param name="neighbours">Best partners of each product, by sessions and by orders, that are looked at; 1 or more.</param>
/// <param name="seed">Draws the pairs of chance.</param>
public sealed class RelationLearner(int neighbours = 20, ulong seed = 1)
{
    // A few dozen weights are learned: partners of so many products, spread evenly, tell as much of them as those of all.
    private const int MostProducts = 5000;

    private static readonly RelationKind[] Kinds = Enum.GetValues<RelationKind>();

    public RelationModel Learn(RelationEvidence evidence, CancellationToken cancellationToken)
    {
        var hasGroups = evidence.Products.Any(product => product.GroupId is not null);
        var rows = new List<double[]>();
        var kinds = new List<RelationKind>();
        foreach (var (one, other) in Pairs(evidence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = RelationColumns.Of(evidence, one, other);
            if (WeakLabels.Of(row, hasGroups) is { } kind)
            {
                rows.Add(row);
                kinds.Add(kind);
            }
        }

        // Each relation weighs alike, however many of its pairs were clear-cut; none weighs more than its pairs.
        var counts = Array.ConvertAll(Kinds, kind => kinds.Count(found => found == kind));
        var typical = Math.Max(1.0, counts.Where(count => count > 0).DefaultIfEmpty(1).Min());
        var weights = kinds.Select(kind => typical / counts[(int)kind]).ToList();
        foreach (var (kind, row) in RelationPriors.All)
        {
            rows.Add(row);
            kinds.Add(kind);
            weights.Add(RelationPriors.Weight);
        }

        return new RelationModel(evidence, Array.ConvertAll(
            Kinds, kind => LogisticRegression.Fit(rows, [.. kinds.Select(found => found == kind)], weights, ridge: 1)));
    }

    private IEnumerable<(int One, int Other)> Pairs(RelationEvidence evidence)
    {
        var pairs = new SortedSet<(int, int)>();
        void Add(int one, int other)
        {
            if (one != other)
            {
                pairs.Add((Math.Min(one, other), Math.Max(one, other)));
            }
        }

        var step = (Math.Max(evidence.Products.Count - 1, 0) / MostProducts) + 1;
        foreach (var ranking in new[] { new SignificantNeighbours(evidence.Views, neighbours), new SignificantNeighbours(evidence.Orders, neighbours) })
        {
            for (var item = 0; item < evidence.Products.Count; item += step)
            {
                foreach (var partner in ranking.Rank(item))
                {
                    Add(item, partner.Product);
                }
            }
        }

        foreach (var group in evidence.Products.Select((product, i) => (product.GroupId, i))
            .Where(entry => entry.GroupId is not null).GroupBy(entry => entry.GroupId!, entry => entry.i, StringComparer.Ordinal))
        {
            foreach (var one in group)
            {
                foreach (var other in group.Where(_ => one % step == 0))
                {
                    Add(one, other);
                }
            }
        }

        var random = SeededRandom.ForStream(seed, "relations");
        for (var draw = Math.Max(2 * (evidence.Products.Count / step), pairs.Count / 2); draw > 0 && evidence.Products.Count > 1; draw--)
        {
            Add(random.NextInt32(evidence.Products.Count), random.NextInt32(evidence.Products.Count));
        }

        return pairs;
    }
}
