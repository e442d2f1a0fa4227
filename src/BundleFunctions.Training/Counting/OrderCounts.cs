using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Counting;

/// <summary>Orders both ways round: which products an order holds, and which orders hold a product.</summary>
public sealed class OrderCounts(IndexSets rows)
{
    public IndexSets Rows { get; } = rows;

    public IndexSets Postings { get; } = rows.Transpose();

    /// <summary>All orders.</summary>
    public int Total => Rows.Count;

    /// <summary>Distinct products that an order could hold.</summary>
    public int Products => Rows.Universe;

    /// <summary>Orders that hold the product.</summary>
    public int Of(int product) => Postings[product].Length;
}
