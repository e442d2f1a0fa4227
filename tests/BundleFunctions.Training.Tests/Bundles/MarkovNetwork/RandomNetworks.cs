using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Bundles.MarkovNetwork;

namespace BundleFunctions.Training.Tests.Bundles.MarkovNetwork;

internal static class RandomNetworks
{
    /// <summary>Biases in -2..1 and, for a share of the pairs, couplings in -2..2.</summary>
    public static PairwiseNetwork Make(int items, double density, ulong seed)
    {
        var random = new SeededRandom(seed);
        var weights = new float[items, items];
        for (var i = 0; i < items; i++)
        {
            for (var j = 0; j < i; j++)
            {
                weights[i, j] = weights[j, i] = random.NextBool(density) ? (float)((4 * random.NextDouble()) - 2) : 0;
            }
        }

        var offsets = new int[items + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var i = 0; i < items; i++)
        {
            for (var j = 0; j < items; j++)
            {
                if (weights[i, j] != 0)
                {
                    columns.Add(j);
                    values.Add(weights[i, j]);
                }
            }

            offsets[i + 1] = columns.Count;
        }

        var bias = Enumerable.Range(0, items).Select(_ => (3 * random.NextDouble()) - 2).ToArray();
        return new PairwiseNetwork(bias, new SparseMatrix(offsets, [.. columns], [.. values], items));
    }

    /// <summary>Marginals by the definition: every state's weight, one state after the other.</summary>
    public static double[] BruteForce(PairwiseNetwork network, bool?[] evidence, out double logPartition)
    {
        var (total, held) = (0.0, new double[network.Items]);
        for (var mask = 0; mask < 1 << network.Items; mask++)
        {
            var state = Enumerable.Range(0, network.Items).Select(i => (mask >> i & 1) != 0).ToArray();
            if (state.Where((value, i) => evidence[i] is { } known && known != value).Any())
            {
                continue;
            }

            var exponent = 0.0;
            for (var i = 0; i < state.Length; i++)
            {
                exponent += state[i] ? network.Bias[i] : 0;
                for (var j = 0; j < i; j++)
                {
                    exponent += state[i] && state[j] ? network.Coupling(i, j) : 0;
                }
            }

            total += Math.Exp(exponent);
            for (var i = 0; i < state.Length; i++)
            {
                held[i] += state[i] ? Math.Exp(exponent) : 0;
            }
        }

        logPartition = Math.Log(total);
        return Array.ConvertAll(held, weight => weight / total);
    }
}
