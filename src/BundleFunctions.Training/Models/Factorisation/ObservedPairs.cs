using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>All observed pairs of rows and items, in an order of chance that is drawn anew for each epoch.</summary>
internal sealed class ObservedPairs
{
    private readonly SparseMatrix _rows;
    private readonly int[] _rowOf;
    private readonly int[] _order;

    public ObservedPairs(SparseMatrix rows)
    {
        _rows = rows;
        _rowOf = new int[rows.NonZeros];
        for (var row = 0; row < rows.Rows; row++)
        {
            _rowOf.AsSpan(rows.Offsets[row]..rows.Offsets[row + 1]).Fill(row);
        }

        _order = [.. Enumerable.Range(0, rows.NonZeros)];
    }

    public int Count => _order.Length;

    public void Shuffle(SeededRandom random) => random.Shuffle<int>(_order);

    /// <param name="turn">0..<see cref="Count"/> - 1.</param>
    public (int Row, int Item) this[int turn] => (_rowOf[_order[turn]], _rows.AllColumns[_order[turn]]);
}
