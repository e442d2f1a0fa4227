using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>One 6 x 16 tile of a product, from packed panels.</summary>
internal static unsafe class MicroKernel
{
    /// <summary>Adds up <c>c[i, j] = scale * sum over t of a[t, i] b[t, j]</c>, on top of what is there if asked to.</summary>
    /// <param name="depth">Steps of the sum.</param>
    /// <param name="a">6 values a step.</param>
    /// <param name="b">16 values a step.</param>
    public static void Run(int depth, float* a, float* b, float* c, long stride, float scale, bool add)
    {
        if (Fma.IsSupported)
        {
            RunFma(depth, a, b, c, stride, scale, add);
        }
        else
        {
            RunPortable(depth, a, b, c, stride, scale, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunFma(int depth, float* a, float* b, float* c, long stride, float scale, bool add)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (; depth > 0; depth--, a += MicroTile.Rows, b += MicroTile.Columns)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var value = Vector256.Create(a[0]);
            c00 = Fma.MultiplyAdd(value, b0, c00);
            c01 = Fma.MultiplyAdd(value, b1, c01);
            value = Vector256.Create(a[1]);
            c10 = Fma.MultiplyAdd(value, b0, c10);
            c11 = Fma.MultiplyAdd(value, b1, c11);
            value = Vector256.Create(a[2]);
            c20 = Fma.MultiplyAdd(value, b0, c20);
            c21 = Fma.MultiplyAdd(value, b1, c21);
            value = Vector256.Create(a[3]);
            c30 = Fma.MultiplyAdd(value, b0, c30);
            c31 = Fma.MultiplyAdd(value, b1, c31);
            value = Vector256.Create(a[4]);
            c40 = Fma.MultiplyAdd(value, b0, c40);
            c41 = Fma.MultiplyAdd(value, b1, c41);
            value = Vector256.Create(a[5]);
            c50 = Fma.MultiplyAdd(value, b0, c50);
            c51 = Fma.MultiplyAdd(value, b1, c51);
        }

        var factor = Vector256.Create(scale);
        Store(c, c00, c01, factor, add);
        Store(c + stride, c10, c11, factor, add);
        Store(c + (2 * stride), c20, c21, factor, add);
        Store(c + (3 * stride), c30, c31, factor, add);
        Store(c + (4 * stride), c40, c41, factor, add);
        Store(c + (5 * stride), c50, c51, factor, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<float> left, Vector256<float> right, Vector256<float> factor, bool add)
    {
        if (add)
        {
            Fma.MultiplyAdd(left, factor, Vector256.Load(c)).Store(c);
            Fma.MultiplyAdd(right, factor, Vector256.Load(c + 8)).Store(c + 8);
        }
        else
        {
            (left * factor).Store(c);
            (right * factor).Store(c + 8);
        }
    }

    /// <summary>The same tile without FMA on 256 bits: four lanes at a time, on any processor.</summary>
    internal static void RunPortable(int depth, float* a, float* b, float* c, long stride, float scale, bool add)
    {
        var factor = Vector128.Create(scale);
        for (var row = 0; row < MicroTile.Rows; row++, a++, c += stride)
        {
            for (var column = 0; column < MicroTile.Columns; column += 8)
            {
                Vector128<float> left = default, right = default;
                for (var t = 0; t < depth; t++)
                {
                    var value = Vector128.Create(a[t * MicroTile.Rows]);
                    var at = b + (t * MicroTile.Columns) + column;
                    left = Vector128.MultiplyAddEstimate(value, Vector128.Load(at), left);
                    right = Vector128.MultiplyAddEstimate(value, Vector128.Load(at + 4), right);
                }

                var to = c + column;
                (add ? Vector128.MultiplyAddEstimate(left, factor, Vector128.Load(to)) : left * factor).Store(to);
                (add ? Vector128.MultiplyAddEstimate(right, factor, Vector128.Load(to + 4)) : right * factor).Store(to + 4);
            }
        }
    }
}
