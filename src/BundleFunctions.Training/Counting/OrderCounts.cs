using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Counting;

/// <summary>Orders both ways round: which products an order holds, and which orders hold a product.</summary>
/// <param name="rows">The orders.</param>
/// <param name="users">Who placed each; below 0 where that is not known. Empty where it is known of none.</param>
public sealed class OrderCounts(IndexSets rows, params int[] users)
{
    public IndexSets Rows { get; } = rows;

    public IndexSets Postings { get; } = rows.Transpose();

    /// <summary>All orders.</summary>
    public int Total => Rows.Count;

    /// <summary>Distinct products that an order could hold.</summary>
    public int Products => Rows.Universe;

    /// <summary>Orders that hold the product.</summary>
    public int Of(int product) => Postings[product].Length;

    /// <summary>Counts pairs in these orders. Not thread-safe: one a thread.</summary>
    public PairEvidence NewEvidence() => new(Rows, Postings, users, []);

    /// <summary>Whether enough different users placed orders that hold all of the products; orders of unknown users count as one each.</summary>
    /// <param name="products">One or more.</param>
    /// <param name="least">1 or more.</param>
    public bool HaveUsers(ReadOnlySpan<int> products, int least)
    {
        var rarest = products[0];
        foreach (var product in products)
        {
            rarest = Of(product) < Of(rarest) ? product : rarest;
        }

        var seen = new HashSet<int>(least);
        foreach (var row in Postings[rarest])
        {
            if (HoldsAll(row, products) && seen.Add(users.Length == 0 || users[row] < 0 ? -1 - row : users[row]) && seen.Count == least)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsAll(int row, ReadOnlySpan<int> products)
    {
        foreach (var product in products)
        {
            if (Rows[row].BinarySearch(product) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
