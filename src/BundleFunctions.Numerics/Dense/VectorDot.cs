using System.Runtime.Intrinsics;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Sum of products of two vectors. Always in the same sixteen partial sums, so that the order of adding is no matter of the
/// processor's width.</summary>
public static class VectorDot
{
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"Expected {a.Length} values; found {b.Length}.", nameof(b));
        }

        var (left, right) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= a.Length - 16; i += 16)
        {
            left += Vector256.Create(a.Slice(i, 8)) * Vector256.Create(b.Slice(i, 8));
            right += Vector256.Create(a.Slice(i + 8, 8)) * Vector256.Create(b.Slice(i + 8, 8));
        }

        var sum = Vector256.Sum(left + right);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
