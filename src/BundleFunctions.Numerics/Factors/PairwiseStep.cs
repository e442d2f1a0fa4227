using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace BundleFunctions.Numerics.Factors;

/// <summary>One stochastic gradient step on <c>ln σ(x . (y_i - y_j)) - λ/2 (|x|² + |y_i|² + |y_j|²)</c>.
/// Source: S. Rendle et al., "BPR: Bayesian personalized ranking from implicit feedback", UAI 2009, section 4.3.</summary>
public static unsafe class PairwiseStep
{
    /// <summary>x . (y_i - y_j)</summary>
    public static float Margin(ReadOnlySpan<float> x, ReadOnlySpan<float> better, ReadOnlySpan<float> worse) =>
        FactorVectors.Dot(x, better) - FactorVectors.Dot(x, worse);

    /// <summary>Moves all three vectors at once, each by the others' values before the step.</summary>
    /// <param name="x">The row's vector.</param>
    /// <param name="better">y_i, the item that should stand first; another vector than <paramref name="worse"/>.</param>
    /// <param name="worse">y_j.</param>
    /// <param name="step">Learning rate times σ(-margin).</param>
    /// <param name="shrink">Learning rate times λ.</param>
    public static void Apply(Span<float> x, Span<float> better, Span<float> worse, float step, float shrink)
    {
        if (x.Length != better.Length || x.Length != worse.Length || x.Length % FactorMatrix.Lanes != 0)
        {
            throw new ArgumentException($"Vectors have {x.Length}, {better.Length} and {worse.Length} floats; expected as many.", nameof(x));
        }

        var gain = Create(step);
        var keep = Create(1 - shrink);
        fixed (float* px = x, pi = better, pj = worse)
        {
            for (var k = 0; k < x.Length; k += FactorMatrix.Lanes)
            {
                var u = Load(px + k);
                var i = Load(pi + k);
                var j = Load(pj + k);
                FusedMultiplyAdd(gain, i - j, keep * u).Store(px + k);
                FusedMultiplyAdd(gain, u, keep * i).Store(pi + k);
                FusedMultiplyAdd(-gain, u, keep * j).Store(pj + k);
            }
        }
    }
}
