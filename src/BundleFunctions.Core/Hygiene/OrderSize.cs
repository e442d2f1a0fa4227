using System.Runtime.InteropServices;

namespace BundleFunctions.Hygiene;

/// <summary>What is remembered of an order until all have been seen.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct OrderSize
{
    public UInt128? Buyer;

    public long Pieces;

    public int Lines;

    /// <summary>The largest line: how many pieces of which product, by its number.</summary>
    public int LargestLine;

    public int LargestProduct;

    /// <summary>Whether it holds a product that only tests order.</summary>
    public bool HasTestProduct;

    /// <summary>Whether it has a line with a price above 0, or without one.</summary>
    public bool IsPaid;
}
