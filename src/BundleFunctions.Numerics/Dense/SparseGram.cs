using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Sums of products of columns of a sparse matrix. Each sum is added up in the order of the rows, so the bits are the same for
/// any number of threads.</summary>
public static class SparseGram
{
    /// <summary>Adds <paramref name="weight"/> X^T X to the lower triangle of <paramref name="gram"/>. The cost is the sum over rows of
    /// their squared lengths, halved; memory: X once more.</summary>
    /// <param name="x">Any number of rows; as many columns as <paramref name="gram"/>.</param>
    /// <param name="weight">What each row counts.</param>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Add(
        SparseMatrix x, float weight, DenseMatrix gram, int threads = 1, CancellationToken cancellationToken = default)
    {
        if (gram.Rows != x.Columns || gram.Columns != x.Columns)
        {
            throw new ArgumentException($"Expected {x.Columns} x {x.Columns}; found {gram.Rows} x {gram.Columns}.", nameof(gram));
        }

        var holders = x.Transpose();
        Parallel.For(
            0,
            x.Columns,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            item => AddRow(x, holders, item, weight, gram.Row(item)));
    }

    private static void AddRow(SparseMatrix x, SparseMatrix holders, int item, float weight, Span<float> sums)
    {
        var rows = holders.ColumnsOf(item);
        var values = holders.ValuesOf(item);
        for (var i = 0; i < rows.Length; i++)
        {
            var scale = weight * values[i];
            var columns = x.ColumnsOf(rows[i]);
            var others = x.ValuesOf(rows[i]);
            for (var j = 0; j < columns.Length && columns[j] <= item; j++)
            {
                sums[columns[j]] += scale * others[j];
            }
        }
    }
}
