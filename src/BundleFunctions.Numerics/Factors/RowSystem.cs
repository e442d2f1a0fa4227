using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BundleFunctions.Numerics.Factors;

/// <summary>One row's system, over pinned memory: A = G + λI + Σ_j w_j y_j y_jᵀ and b = Σ_j (1 + w_j) y_j.</summary>
/// <param name="rows">The vectors, <paramref name="stride"/> apart.</param>
/// <param name="places">Which vectors are the row's.</param>
/// <param name="weights">w_j, and three zeros after the last.</param>
/// <param name="count">Vectors of the row, 1 or more.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct RowSystem(float* rows, int* places, float* weights, int count, float* gram, float lambda, int rank, int stride)
{
    public int Stride => stride;

    /// <summary>result = A x and b, in one pass over the vectors.</summary>
    public void Start(float* x, float* result, float* b)
    {
        MultiplyShared(x, result);
        new Span<float>(b, stride).Clear();
        for (var j = 0; j < count; j += 4)
        {
            var y0 = Vector(j);
            var y1 = Vector(j + 1);
            var y2 = Vector(j + 2);
            var y3 = Vector(j + 3);
            var w = Vector128.Load(weights + j);
            var left = count - j;
            var ones = left >= 4 ? Vector128<float>.One : Vector128.Create(1f, left > 1 ? 1f : 0f, left > 2 ? 1f : 0f, 0f);
            var t = FactorKernels.Dot4(y0, y1, y2, y3, x, stride) * w;
            FactorKernels.AddScaled4(t, result, w + ones, b, y0, y1, y2, y3, stride);
        }
    }

    /// <summary>result = A p</summary>
    public void Multiply(float* p, float* result)
    {
        MultiplyShared(p, result);
        for (var j = 0; j < count; j += 4)
        {
            var y0 = Vector(j);
            var y1 = Vector(j + 1);
            var y2 = Vector(j + 2);
            var y3 = Vector(j + 3);
            var t = FactorKernels.Dot4(y0, y1, y2, y3, p, stride) * Vector128.Load(weights + j);
            FactorKernels.AddScaled4(t, y0, y1, y2, y3, result, stride);
        }
    }

    // (G + λI) p; G is symmetric, so a sum of its rows weighted by p needs no sums across lanes.
    private void MultiplyShared(float* p, float* result)
    {
        for (var k = 0; k < stride; k++)
        {
            result[k] = lambda * p[k];
        }

        var i = 0;
        for (; i + 4 <= rank; i += 4)
        {
            var g = gram + (i * stride);
            FactorKernels.AddScaled4(Vector128.Load(p + i), g, g + stride, g + (2 * stride), g + (3 * stride), result, stride);
        }

        for (; i < rank; i++)
        {
            FactorKernels.AddScaled(p[i], gram + (i * stride), result, stride);
        }
    }

    private float* Vector(int i) => rows + ((long)places[Math.Min(i, count - 1)] * stride);
}
