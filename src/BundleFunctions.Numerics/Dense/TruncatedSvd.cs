using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Dense;

/// <summary>The greatest singular values of a sparse matrix and their right singular vectors.</summary>
/// <param name="Values">Greatest first; fewer than asked for where the rank is less.</param>
/// <param name="Right">Columns of X x values: column j is the unit vector of <c>Values[j]</c>.</param>
public sealed record TruncatedSvd(double[] Values, DenseMatrix Right)
{
    // A singular value below this share of the greatest is rounding of its square in single precision.
    private const double Negligible = 1e-4;

    /// <summary>By a random range finder with power iterations: Halko, Martinsson, Tropp, Finding structure with randomness, 2011,
    /// algorithm 4.4, for X^T. Memory: (rows + 3 columns of X) x (rank + oversampling) floats and X twice.</summary>
    /// <param name="rank">Values asked for, 0 or more.</param>
    /// <param name="oversampling">Directions beyond the rank, 0 or more; 8 to 16 do.</param>
    /// <param name="powerIterations">Passes of X^T X, 0 or more; 2 to 4 do where the values fall slowly.</param>
    /// <param name="seed">Of the random directions.</param>
    /// <param name="threads">1 or more; the bits are the same for any.</param>
    public static TruncatedSvd Of(
        SparseMatrix x,
        int rank,
        int oversampling,
        int powerIterations,
        ulong seed,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        var width = (int)Math.Min((long)rank + oversampling, Math.Min(x.Rows, x.Columns));
        var transposed = x.Transpose();
        var basis = Gaussian(x.Columns, width, seed);
        for (var pass = 0; pass <= powerIterations; pass++)
        {
            var next = SparseProduct.Multiply(transposed, SparseProduct.Multiply(x, basis, threads, cancellationToken), threads, cancellationToken);
            var vectors = next.Transpose();
            Orthonormal.MakeRows(vectors);
            basis = vectors.Transpose();
        }

        return InBasis(x, basis, rank, threads, cancellationToken);
    }

    // With Q the basis: X Q = U S W^T, so that X = U S (Q W)^T on its range; S^2 and W come from (X Q)^T (X Q).
    private static TruncatedSvd InBasis(SparseMatrix x, DenseMatrix basis, int rank, int threads, CancellationToken cancellationToken)
    {
        var square = MatrixProduct.Square(SparseProduct.Multiply(x, basis, threads, cancellationToken), transposeA: true, threads, cancellationToken);
        var copy = new double[square.Rows, square.Rows];
        for (var i = 0; i < square.Rows; i++)
        {
            for (var j = 0; j < square.Rows; j++)
            {
                copy[i, j] = square[i, j];
            }
        }

        var eigen = SymmetricEigen.Of(copy);
        var kept = 0;
        while (kept < Math.Min(rank, eigen.Values.Length) && eigen.Values[kept] > eigen.Values[0] * Negligible * Negligible)
        {
            kept++;
        }

        var turn = new DenseMatrix(basis.Columns, kept);
        for (var j = 0; j < kept; j++)
        {
            for (var i = 0; i < basis.Columns; i++)
            {
                turn[i, j] = (float)eigen.Vectors[j, i];
            }
        }

        return new TruncatedSvd(
            [.. eigen.Values.Take(kept).Select(Math.Sqrt)],
            MatrixProduct.Multiply(basis, turn, threads: threads, cancellationToken: cancellationToken));
    }

    private static DenseMatrix Gaussian(int rows, int columns, ulong seed)
    {
        var random = new SeededRandom(seed);
        var matrix = new DenseMatrix(rows, columns);
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = (float)random.NextNormal();
        }

        return matrix;
    }
}
