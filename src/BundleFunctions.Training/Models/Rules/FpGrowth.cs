using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Models.Rules;

/// <summary>All sets of items that enough rows hold, without making candidates: each item's rows become a tree of what stands before
/// it, in which the search goes on. Exact. Han, Pei, Yin 2000, "Mining frequent patterns without candidate generation", SIGMOD.</summary>
public static class FpGrowth
{
    /// <summary>Finds them all.</summary>
    /// <param name="rows">Sets of items.</param>
    /// <param name="minCount">Rows that must hold a set, 1 or more.</param>
    /// <param name="maxLength">Most items of a set, 1 or more.</param>
    /// <param name="maxSets">Most sets wanted.</param>
    /// <returns>The sets in the order of <c>Items</c>, element by element; null where there are more than <paramref name="maxSets"/>.</returns>
    public static IReadOnlyList<Itemset>? Find(IndexSets rows, int minCount, int maxLength, int maxSets, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        var (tree, itemOf) = Plant(rows, minCount);
        var search = new Search(itemOf, minCount, maxLength, maxSets, cancellationToken);
        if (!search.Grow(tree, []))
        {
            return null;
        }

        search.Found.Sort((a, b) => ItemsComparer.Instance.Compare(a.Items, b.Items));
        return search.Found;
    }

    private static (FpTree Tree, int[] ItemOf) Plant(IndexSets rows, int minCount)
    {
        var held = new int[rows.Universe];
        foreach (var item in rows.AllMembers)
        {
            held[item]++;
        }

        int[] itemOf = [.. Enumerable.Range(0, rows.Universe).Where(item => held[item] >= minCount)
            .OrderByDescending(item => held[item]).ThenBy(item => item)];
        var rankOf = new int[rows.Universe];
        Array.Fill(rankOf, -1);
        for (var rank = 0; rank < itemOf.Length; rank++)
        {
            rankOf[itemOf[rank]] = rank;
        }

        var tree = new FpTree(itemOf.Length);
        var path = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            path.Clear();
            foreach (var item in rows[row])
            {
                if (rankOf[item] >= 0)
                {
                    path.Add(rankOf[item]);
                }
            }

            path.Sort();
            tree.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(path), 1);
        }

        return (tree, itemOf);
    }

    private sealed class Search(int[] itemOf, int minCount, int maxLength, int maxSets, CancellationToken cancellationToken)
    {
        public List<Itemset> Found { get; } = [];

        // False where there are too many. What is in hand are ranks that every row of the tree is followed by.
        public bool Grow(FpTree tree, int[] inHand)
        {
            for (var rank = 0; rank < tree.Ranks; rank++)
            {
                if (tree.Rows(rank) < minCount)
                {
                    continue;
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (Found.Count == maxSets)
                {
                    return false;
                }

                int[] grown = [rank, .. inHand];
                int[] items = [.. grown.Select(of => itemOf[of])];
                Array.Sort(items);
                Found.Add(new Itemset(items, tree.Rows(rank)));
                if (grown.Length < maxLength && !Grow(tree.Before(rank, minCount), grown))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
