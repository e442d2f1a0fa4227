using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Draws items that a row does not hold, in proportion to how many rows hold them to a power.</summary>
public sealed class NegativeSampler
{
    // A row that holds nearly everything gives up its turn instead of searching for the rest.
    private const int Tries = 32;

    private readonly SparseMatrix _rows;
    private readonly AliasTable _table;

    /// <param name="rows">At least one observed pair.</param>
    /// <param name="power">0 for all items alike.</param>
    /// <param name="unseen">Whether items that no row holds are drawn, too, at power 0.</param>
    public NegativeSampler(SparseMatrix rows, double power, bool unseen = true)
    {
        _rows = rows;
        var counts = new int[rows.Columns];
        foreach (var item in rows.AllColumns)
        {
            counts[item]++;
        }

        Weights = [.. counts.Select(count => count == 0 ? (unseen && power == 0 ? 1 : 0) : power == 0 ? 1 : StableMath.Pow(count, power))];
        _table = new AliasTable(Weights);
    }

    /// <summary>What each item is drawn in proportion to.</summary>
    public double[] Weights { get; }

    /// <returns>An item that the row does not hold; -1 where none was found.</returns>
    public int Draw(int row, SeededRandom random)
    {
        for (var left = Tries; left > 0; left--)
        {
            var item = _table.Draw(random);
            if (_rows.ColumnsOf(row).BinarySearch(item) < 0)
            {
                return item;
            }
        }

        return -1;
    }
}
