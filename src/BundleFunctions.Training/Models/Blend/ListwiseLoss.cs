using System.Runtime.Intrinsics;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>The loss of <see cref="ListwiseFit"/> at some weights, with its derivatives.</summary>
/// <param name="Loss">Its value.</param>
/// <param name="Gradient">By weight.</param>
/// <param name="Curvature">Second derivatives, row by row.</param>
internal sealed record ListwiseLoss(double Loss, double[] Gradient, double[] Curvature)
{
    private const int Chunk = 64;
    private const int Lanes = BlendCase.Lanes;

    public static ListwiseLoss At(
        double[] w, IReadOnlyList<BlendCase> cases, double[] units, double[] centre, double penalty, ParallelOptions parallel)
    {
        // Chunks do not depend on the number of threads, and are added in order.
        var width = w.Length;
        var chunks = new Sums[(cases.Count + Chunk - 1) / Chunk];
        double[] scaled = [.. w.Select((value, d) => value / units[d])];
        Parallel.For(0, chunks.Length, parallel, c =>
        {
            var sums = chunks[c] = new Sums(width);
            for (var i = c * Chunk; i < Math.Min((c + 1) * Chunk, cases.Count); i++)
            {
                sums.Add(cases[i], scaled);
            }
        });

        var all = new Sums(width);
        foreach (var chunk in chunks)
        {
            all.Add(chunk);
        }

        var loss = all.Loss / all.Weight;
        for (var d = 0; d < width; d++)
        {
            var moved = w[d] - centre[d];
            loss += penalty / 2 * moved * moved;
            all.Gradient[d] = (all.Gradient[d] / all.Weight / units[d]) + (penalty * moved);
            for (var e = 0; e < width; e++)
            {
                ref var second = ref all.Curvature[(d * width) + e];
                second = (second / all.Weight / units[d] / units[e]) + (d == e ? penalty : 0);
            }
        }

        return new ListwiseLoss(loss, all.Gradient, all.Curvature);
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

    // The gradient of one case is the expected row less the right one; its curvature is the covariance of the rows.
    private sealed class Sums(int width)
    {
        private readonly double[] _expected = new double[width];

        public double[] Gradient { get; } = new double[width];

        public double[] Curvature { get; } = new double[width * width];

        public double Loss { get; private set; }

        public double Weight { get; private set; }

        public void Add(BlendCase one, double[] scaled)
        {
            Span<double> shares = one.Signals.Length / width is <= 512 and var count ? stackalloc double[count] : new double[one.Signals.Length / width];
            var most = double.NegativeInfinity;
            for (var j = 0; j < shares.Length; j++)
            {
                shares[j] = Dot(one.Signals.AsSpan(j * width, width), scaled);
                most = Math.Max(most, shares[j]);
            }

            var (first, sum) = (shares[0], 0.0);
            for (var j = 0; j < shares.Length; j++)
            {
                shares[j] = StableMath.Exp(Math.Max(-600, shares[j] - most));
                sum += shares[j];
            }

            Array.Clear(_expected);
            for (var j = 0; j < shares.Length; j++)
            {
                var row = one.Signals.AsSpan(j * width, width);
                AddScaled(shares[j] / sum, row, _expected);
                AddOuter(one.Weight * shares[j] / sum, row);
            }

            for (var d = 0; d < width; d++)
            {
                Gradient[d] += one.Weight * (_expected[d] - one.Signals[d]);
                for (var e = 0; e < width; e++)
                {
                    Curvature[(d * width) + e] -= one.Weight * _expected[d] * _expected[e];
                }
            }

            Loss += one.Weight * (StableMath.Log(sum) + most - first);
            Weight += one.Weight;
        }

        public void Add(Sums other)
        {
            (Loss, Weight) = (Loss + other.Loss, Weight + other.Weight);
            for (var d = 0; d < width; d++)
            {
                Gradient[d] += other.Gradient[d];
            }

            for (var i = 0; i < Curvature.Length; i++)
            {
                Curvature[i] += other.Curvature[i];
            }
        }

        private void AddOuter(double factor, ReadOnlySpan<float> row)
        {
            for (var d = 0; d < row.Length; d++)
            {
                if (row[d] != 0)
                {
                    AddScaled(factor * row[d], row, Curvature.AsSpan(d * width, width));
                }
            }
        }
    }
}
