using BundleFunctions.Numerics.Dense.Kernels;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Factor, inverse and solutions of symmetric positive-definite matrices. Only the lower triangle is read and written, in place;
/// what stands above the diagonal is left alone. The same bits for any number of threads.</summary>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L with A = L L^T. n^3 / 3 floating-point operations.</summary>
    /// <param name="a">Square, with finite values.</param>
    /// <param name="threads">1 or more.</param>
    /// <returns>False where A is not positive definite to single precision; the triangle is then spoilt.</returns>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static unsafe bool TryFactor(DenseMatrix a, int threads = 1, CancellationToken cancellationToken = default)
    {
        a.RequireSquare(nameof(a));
        using var workspace = new Workspace(threads, cancellationToken);
        fixed (float* start = a.Values)
        {
            return new PositiveDefinite(new BlockProduct(workspace)).Factor(new Block(start, a.Columns, a.Rows, a.Columns));
        }
    }

    /// <summary>Replaces the lower triangle of A by that of A^-1 = L^-T L^-1. n^3 floating-point operations, no further memory of A's
    /// size.</summary>
    /// <inheritdoc cref="TryFactor"/>
    public static unsafe bool TryInvert(DenseMatrix a, int threads = 1, CancellationToken cancellationToken = default)
    {
        a.RequireSquare(nameof(a));
        using var workspace = new Workspace(threads, cancellationToken);
        fixed (float* start = a.Values)
        {
            var block = new Block(start, a.Columns, a.Rows, a.Columns);
            var work = new PositiveDefinite(new BlockProduct(workspace));
            if (!work.Factor(block))
            {
                return false;
            }

            work.InvertLower(block);
            work.SquareTransposed(block);
            return true;
        }
    }

    /// <summary>Replaces b by the solution x of L L^T x = b.</summary>
    /// <param name="factor">What <see cref="TryFactor"/> left.</param>
    /// <param name="b">One value a row.</param>
    public static void Solve(DenseMatrix factor, Span<float> b)
    {
        factor.RequireSquare(nameof(factor));
        if (b.Length != factor.Rows)
        {
            throw new ArgumentException($"Expected {factor.Rows} values; found {b.Length}.", nameof(b));
        }

        for (var i = 0; i < b.Length; i++)
        {
            var row = factor.Row(i);
            double sum = b[i];
            for (var j = 0; j < i; j++)
            {
                sum -= (double)row[j] * b[j];
            }

            b[i] = (float)(sum / row[i]);
        }

        // Column by column backwards, so that the rows of L are read forward.
        for (var i = b.Length - 1; i >= 0; i--)
        {
            var row = factor.Row(i);
            b[i] /= row[i];
            for (var j = 0; j < i; j++)
            {
                b[j] -= row[j] * b[i];
            }
        }
    }
}
