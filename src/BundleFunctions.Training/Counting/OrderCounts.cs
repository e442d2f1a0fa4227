using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Counting;

/// <summary>Orders both ways round: which products an order holds, and which orders hold a product.</summary>
/// <param name="rows">The orders.</param>
/// <param name="users">Who placed each; below 0 where that is not known. Empty where it is known of none.</param>
public sealed class OrderCounts(IndexSets rows, int[] users)
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
}
