using System.Runtime.Intrinsics;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Sums of rows of any length.</summary>
public static class DenseRow
{
    /// <summary>to += scale from</summary>
    /// <param name="from">As long as <paramref name="to"/>, or longer.</param>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float scale)
    {
        var i = 0;
        for (; i <= to.Length - 8; i += 8)
        {
            (Vector256.Create<float>(to.Slice(i, 8)) + (Vector256.Create(from.Slice(i, 8)) * scale)).CopyTo(to.Slice(i, 8));
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i] * scale;
        }
    }
}
