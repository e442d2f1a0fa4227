using System.Numerics;
using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Symmetric positive-definite systems of some dozens of unknowns, in double precision and in place: no packing, no threads,
/// nothing allocated.</summary>
public static class SmallSystem
{
    /// <summary>Solves A x = b by Cholesky's factor; n^3 / 6 multiplications.</summary>
    /// <param name="a">n x n values, row after row, of which the lower triangle is read; spoilt.</param>
    /// <param name="b">n values, replaced by x.</param>
    /// <returns>False where A is not positive definite; b is then spoilt too.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static bool TrySolve(Span<double> a, Span<double> b)
    {
        var n = b.Length;
        if (a.Length != n * n)
        {
            throw new ArgumentException($"Expected {n} x {n} values; found {a.Length}.", nameof(a));
        }

        for (var i = 0; i < n; i++)
        {
            var row = a.Slice(i * n, i + 1);
            for (var j = 0; j < i; j++)
            {
                row[j] = (row[j] - Dot(row[..j], a.Slice(j * n, j))) / a[(j * n) + j];
            }

            var pivot = row[i] - Dot(row[..i], row[..i]);
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return false;
            }

            row[i] = Math.Sqrt(pivot);
            b[i] = (b[i] - Dot(row[..i], b[..i])) / row[i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            b[i] /= a[(i * n) + i];
            for (var j = 0; j < i; j++)
            {
                b[j] -= a[(i * n) + j] * b[i];
            }
        }

        return true;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sums += left[i] * right[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
