using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.Intrinsics.Vector256;

namespace BundleFunctions.Numerics.Factors;

/// <summary>Loops over padded factor vectors. Every sum is taken in one fixed order with fused multiply-adds, so results are the same bits on
/// every machine, with or without vector units. Lengths are multiples of <see cref="FactorMatrix.Lanes"/>.</summary>
internal static unsafe class FactorKernels
{
    private const int Lanes = FactorMatrix.Lanes;

    /// <summary>a . b</summary>
    public static float Dot(float* a, float* b, int length)
    {
        var even = Vector256<float>.Zero;
        var odd = Vector256<float>.Zero;
        var k = 0;
        for (; k + (2 * Lanes) <= length; k += 2 * Lanes)
        {
            even = FusedMultiplyAdd(Load(a + k), Load(b + k), even);
            odd = FusedMultiplyAdd(Load(a + k + Lanes), Load(b + k + Lanes), odd);
        }

        if (k < length)
        {
            even = FusedMultiplyAdd(Load(a + k), Load(b + k), even);
        }

        return Sum(even + odd);
    }

    /// <summary>result += scale x</summary>
    public static void AddScaled(float scale, float* x, float* result, int length)
    {
        var s = Create(scale);
        for (var k = 0; k < length; k += Lanes)
        {
            FusedMultiplyAdd(s, Load(x + k), Load(result + k)).Store(result + k);
        }
    }

    /// <summary>result = keep result + scale x</summary>
    public static void ShrinkAndAdd(float keep, float scale, float* x, float* result, int length)
    {
        var (k0, s) = (Create(keep), Create(scale));
        for (var k = 0; k < length; k += Lanes)
        {
            FusedMultiplyAdd(s, Load(x + k), k0 * Load(result + k)).Store(result + k);
        }
    }

    /// <summary>The four products y0 . p, ..., y3 . p; p is loaded once for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Dot4(float* y0, float* y1, float* y2, float* y3, float* p, int length)
    {
        var a0 = Vector256<float>.Zero;
        var a1 = Vector256<float>.Zero;
        var a2 = Vector256<float>.Zero;
        var a3 = Vector256<float>.Zero;
        for (var k = 0; k < length; k += Lanes)
        {
            var v = Load(p + k);
            a0 = FusedMultiplyAdd(Load(y0 + k), v, a0);
            a1 = FusedMultiplyAdd(Load(y1 + k), v, a1);
            a2 = FusedMultiplyAdd(Load(y2 + k), v, a2);
            a3 = FusedMultiplyAdd(Load(y3 + k), v, a3);
        }

        return Sums(Fold(a0), Fold(a1), Fold(a2), Fold(a3));
    }

    /// <summary>result += t0 y0 + t1 y1 + t2 y2 + t3 y3; result is loaded and stored once for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled4(Vector128<float> t, float* y0, float* y1, float* y2, float* y3, float* result, int length)
    {
        var t0 = Create(t[0]);
        var t1 = Create(t[1]);
        var t2 = Create(t[2]);
        var t3 = Create(t[3]);
        for (var k = 0; k < length; k += Lanes)
        {
            var sum = FusedMultiplyAdd(t0, Load(y0 + k), Load(result + k));
            sum = FusedMultiplyAdd(t1, Load(y1 + k), sum);
            sum = FusedMultiplyAdd(t2, Load(y2 + k), sum);
            FusedMultiplyAdd(t3, Load(y3 + k), sum).Store(result + k);
        }
    }

    /// <summary>result += Σ t_n y_n and other += Σ u_n y_n; each y is loaded once for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled4(
        Vector128<float> t, float* result, Vector128<float> u, float* other, float* y0, float* y1, float* y2, float* y3, int length)
    {
        var (t0, t1, t2, t3) = (Create(t[0]), Create(t[1]), Create(t[2]), Create(t[3]));
        var (u0, u1, u2, u3) = (Create(u[0]), Create(u[1]), Create(u[2]), Create(u[3]));
        for (var k = 0; k < length; k += Lanes)
        {
            var (v0, v1, v2, v3) = (Load(y0 + k), Load(y1 + k), Load(y2 + k), Load(y3 + k));
            var sum = FusedMultiplyAdd(t1, v1, FusedMultiplyAdd(t0, v0, Load(result + k)));
            FusedMultiplyAdd(t3, v3, FusedMultiplyAdd(t2, v2, sum)).Store(result + k);
            sum = FusedMultiplyAdd(u1, v1, FusedMultiplyAdd(u0, v0, Load(other + k)));
            FusedMultiplyAdd(u3, v3, FusedMultiplyAdd(u2, v2, sum)).Store(other + k);
        }
    }

    private static Vector128<float> Fold(Vector256<float> a) => a.GetLower() + a.GetUpper();

    private static float Sum(Vector256<float> a)
    {
        var folded = Fold(a);
        return (folded[0] + folded[1]) + (folded[2] + folded[3]);
    }

    private static Vector128<float> Sums(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => Sse3.IsSupported
        ? Sse3.HorizontalAdd(Sse3.HorizontalAdd(a, b), Sse3.HorizontalAdd(c, d))
        : Vector128.Create((a[0] + a[1]) + (a[2] + a[3]), (b[0] + b[1]) + (b[2] + b[3]), (c[0] + c[1]) + (c[2] + c[3]), (d[0] + d[1]) + (d[2] + d[3]));
}
