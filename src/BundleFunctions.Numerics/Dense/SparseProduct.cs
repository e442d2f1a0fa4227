using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Products of a sparse and a dense matrix; the same bits for any number of threads.</summary>
public static class SparseProduct
{
    /// <summary>x b: each row of x picks and adds rows of b.</summary>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="ArgumentException">The inner sizes differ.</exception>
    public static DenseMatrix Multiply(SparseMatrix x, DenseMatrix b, int threads = 1, CancellationToken cancellationToken = default)
    {
        if (x.Columns != b.Rows)
        {
            throw new ArgumentException($"Cannot multiply {x.Rows} x {x.Columns} by {b.Rows} x {b.Columns}.", nameof(b));
        }

        var result = new DenseMatrix(x.Rows, b.Columns);
        Parallel.For(
            0,
            x.Rows,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            row =>
            {
                var columns = x.ColumnsOf(row);
                var values = x.ValuesOf(row);
                for (var i = 0; i < columns.Length; i++)
                {
                    DenseRow.AddScaled(result.Row(row), b.Row(columns[i]), values[i]);
                }
            });
        return result;
    }
}
