using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Evaluation;

/// <summary>How popular items are, and the order that follows from it.</summary>
public static class ItemPopularity
{
    /// <summary>Rows that hold each column.</summary>
    public static int[] Count(SparseMatrix rows)
    {
        var counts = new int[rows.Columns];
        foreach (var column in rows.AllColumns)
        {
            counts[column]++;
        }

        return counts;
    }

    /// <summary>Items, the more popular first, then the lower number.</summary>
    public static int[] Order(IReadOnlyList<int> popularity)
    {
        var order = new int[popularity.Count];
        var keys = new long[popularity.Count];
        for (var item = 0; item < order.Length; item++)
        {
            order[item] = item;
            keys[item] = ((long)-popularity[item] << 32) + item;
        }

        Array.Sort(keys, order);
        return order;
    }
}
