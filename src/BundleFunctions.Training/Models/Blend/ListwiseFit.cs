using System.Runtime.Intrinsics;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Weights, none below 0, under which right answers stand above wrong ones.</summary>
/// <remarks>
/// <code>minimise  sum_c weight_c (ln sum_j exp(w . x_cj) - w . x_c0) / sum_c weight_c  +  penalty / 2 |w - centre|^2      over w at least 0</code>
/// The multinomial logit of a choice among listed items (McFadden 1974; as a ranking loss Cao et al., ICML 2007). It is convex; solved by projected
/// gradients with Nesterov's momentum and backtracking (Beck and Teboulle 2009).
/// </remarks>
internal static class ListwiseFit
{
    private const int MaxSteps = 120;
    private const int Chunk = 64;
    private const int Lanes = BlendCase.Lanes;

    /// <param name="cases">What to learn from; one or more.</param>
    /// <param name="units">By signal: what its values are divided by.</param>
    /// <param name="centre">What the penalty draws to, in those units.</param>
    public static double[] Solve(IReadOnlyList<BlendCase> cases, double[] units, double[] centre, double penalty, ParallelOptions parallel)
    {
        var (w, momentum, step, t) = ((double[])centre.Clone(), (double[])centre.Clone(), 1.0, 1.0);
        for (var i = 0; i < MaxSteps; i++)
        {
            var (loss, gradient) = Loss(cases, units, momentum, centre, penalty, withGradient: true, parallel);
            double[] next;
            while (true)
            {
                next = [.. momentum.Select((value, d) => Math.Max(0, value - (step * gradient[d])))];
                var bound = loss;
                for (var d = 0; d < next.Length; d++)
                {
                    var moved = next[d] - momentum[d];
                    bound += (gradient[d] * moved) + (moved * moved / (2 * step));
                }

                if (step < 1e-9 || Loss(cases, units, next, centre, penalty, withGradient: false, parallel).Loss <= bound + 1e-12)
                {
                    break;
                }

                step /= 2;
            }

            var after = (1 + Math.Sqrt(1 + (4 * t * t))) / 2;
            momentum = [.. next.Select((value, d) => value + ((t - 1) / after * (value - w[d])))];
            var change = next.Zip(w, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();
            (w, t) = (next, after);
            if (change < 1e-4)
            {
                break;
            }
        }

        return w;
    }

    private static (double Loss, double[] Gradient) Loss(
        IReadOnlyList<BlendCase> cases, double[] units, double[] w, double[] centre, double penalty, bool withGradient, ParallelOptions parallel)
    {
        // Chunks do not depend on the number of threads, and are added in order.
        var chunks = new (double Loss, double Weight, double[] Gradient)[(cases.Count + Chunk - 1) / Chunk];
        double[] scaled = [.. w.Select((value, d) => value / units[d])];
        Parallel.For(0, chunks.Length, parallel, c =>
        {
            var gradient = new double[w.Length];
            double loss = 0, weight = 0;
            for (var i = c * Chunk; i < Math.Min((c + 1) * Chunk, cases.Count); i++)
            {
                loss += AddCase(cases[i], scaled, withGradient ? gradient : []);
                weight += cases[i].Weight;
            }

            chunks[c] = (loss, weight, gradient);
        });

        var total = chunks.Sum(chunk => chunk.Weight);
        var sum = chunks.Sum(chunk => chunk.Loss) / total;
        var slope = new double[w.Length];
        for (var d = 0; d < w.Length; d++)
        {
            slope[d] = (chunks.Sum(chunk => chunk.Gradient[d]) / total / units[d]) + (penalty * (w[d] - centre[d]));
            sum += penalty / 2 * (w[d] - centre[d]) * (w[d] - centre[d]);
        }

        return (sum, slope);
    }

    private static double AddCase(BlendCase one, double[] scaled, Span<double> gradient)
    {
        var width = scaled.Length;
        var shares = new double[one.Signals.Length / width];
        for (var j = 0; j < shares.Length; j++)
        {
            shares[j] = Dot(one.Signals.AsSpan(j * width, width), scaled);
        }

        var (most, first, sum) = (shares.Max(), shares[0], 0.0);
        for (var j = 0; j < shares.Length; j++)
        {
            shares[j] = StableMath.Exp(Math.Max(-600, shares[j] - most));
            sum += shares[j];
        }

        for (var j = 0; j < shares.Length && !gradient.IsEmpty; j++)
        {
            AddScaled(one.Weight * ((shares[j] / sum) - (j == 0 ? 1 : 0)), one.Signals.AsSpan(j * width, width), gradient);
        }

        return one.Weight * (StableMath.Log(sum) + most - first);
    }

    /// <param name="signals">A multiple of eight values; see <see cref="BlendCase.Stride"/>.</param>
    /// <param name="weights">As many.</param>
    internal static double Dot(ReadOnlySpan<float> signals, ReadOnlySpan<double> weights)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var d = 0; d < weights.Length; d += Lanes)
        {
            var (first, second) = Vector256.Widen(Vector256.Create(signals.Slice(d, Lanes)));
            low += first * Vector256.Create(weights.Slice(d, Lanes / 2));
            high += second * Vector256.Create(weights.Slice(d + (Lanes / 2), Lanes / 2));
        }

        return Vector256.Sum(low + high);
    }

    private static void AddScaled(double factor, ReadOnlySpan<float> signals, Span<double> sums)
    {
        for (var d = 0; d < sums.Length; d += Lanes)
        {
            var (first, second) = Vector256.Widen(Vector256.Create(signals.Slice(d, Lanes)));
            var low = sums.Slice(d, Lanes / 2);
            var high = sums.Slice(d + (Lanes / 2), Lanes / 2);
            (Vector256.Create<double>(low) + (first * factor)).CopyTo(low);
            (Vector256.Create<double>(high) + (second * factor)).CopyTo(high);
        }
    }
}
