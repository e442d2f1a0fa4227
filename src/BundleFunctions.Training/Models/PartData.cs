using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models;

/// <summary>What items are made of, where they are bundles of single products.</summary>
/// <param name="OfItems">Items x parts: above 0 where the item holds the part.</param>
/// <param name="OfRows">Rows x parts: above 0 where the row holds the part by itself, whatever items it holds.</param>
public sealed record PartData(SparseMatrix OfItems, SparseMatrix OfRows)
{
    /// <summary>How often each part stands in an item or a row.</summary>
    internal double[] Counts()
    {
        var counts = OfItems.ColumnSums(_ => 1);
        foreach (var part in OfRows.AllColumns)
        {
            counts[part]++;
        }

        return counts;
    }
}
