using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Numerics.Tests.Dense;

/// <summary>Plain loops in double precision, one step at a time: what the kernels answer to.</summary>
internal static class Oracle
{
    public static DenseMatrix Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var matrix = new DenseMatrix(rows, columns);
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = (float)((random.NextDouble() * 2) - 1);
        }

        return matrix;
    }

    /// <summary>A symmetric positive-definite matrix with eigenvalues of 1 or more; NaN above the diagonal, where nobody may look.</summary>
    public static DenseMatrix PositiveDefinite(int size, int seed)
    {
        var half = Random(size, size, seed);
        var matrix = Multiply(half, half, false, true);
        for (var i = 0; i < size; i++)
        {
            matrix[i, i] += 1;
            matrix.Row(i)[(i + 1)..].Fill(float.NaN);
        }

        return matrix;
    }

    public static DenseMatrix Multiply(DenseMatrix a, DenseMatrix b, bool transposeA, bool transposeB)
    {
        var left = transposeA ? a.Transpose() : a;
        var right = transposeB ? b : b.Transpose();
        var result = new DenseMatrix(left.Rows, right.Rows);
        for (var i = 0; i < result.Rows; i++)
        {
            for (var j = 0; j < result.Columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < left.Columns; k++)
                {
                    sum += (double)left[i, k] * right[j, k];
                }

                result[i, j] = (float)sum;
            }
        }

        return result;
    }

    /// <summary>Inverse by Gauss and Jordan with pivoting, of the symmetric matrix whose lower triangle this is.</summary>
    public static double[,] Inverse(DenseMatrix lower)
    {
        var n = lower.Rows;
        var work = new double[n, 2 * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                work[i, j] = j <= i ? lower[i, j] : lower[j, i];
            }

            work[i, n + i] = 1;
        }

        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(work[i, k]));
            for (var j = 0; j < 2 * n; j++)
            {
                (work[k, j], work[pivot, j]) = (work[pivot, j], work[k, j]);
            }

            var scale = work[k, k];
            for (var j = k; j < 2 * n; j++)
            {
                work[k, j] /= scale;
            }

            for (var i = 0; i < n; i++)
            {
                var factor = work[i, k];
                for (var j = k; i != k && factor != 0 && j < 2 * n; j++)
                {
                    work[i, j] -= factor * work[k, j];
                }
            }
        }

        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                inverse[i, j] = work[i, n + j];
            }
        }

        return inverse;
    }

    public static void ShouldBeNear(DenseMatrix found, DenseMatrix expected, double tolerance, string because)
    {
        (found.Rows, found.Columns).ShouldBe((expected.Rows, expected.Columns));
        var worst = Enumerable.Range(0, found.Values.Length)
            .Select(i => Math.Abs((double)found.Values[i] - expected.Values[i]))
            .Aggregate(0.0, (sofar, next) => next <= sofar ? sofar : next);
        worst.ShouldBeLessThan(tolerance, because);
    }
}
