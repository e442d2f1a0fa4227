using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Statistics;

/// <summary>Could differences as large as these come about if the two models were alike? Each difference is given a random sign.
/// Fisher 1935; the count plus one of Phipson and Smyth 2010, so that no p-value is 0.</summary>
public static class PairedPermutation
{
    /// <summary>Two-sided p-value; 1 where there is no difference at all.</summary>
    /// <param name="differences">A finite difference a case.</param>
    /// <param name="rounds">Sign patterns to draw, 1 or more.</param>
    /// <param name="seed">Draws them.</param>
    public static double PValue(ReadOnlySpan<double> differences, int rounds, ulong seed)
    {
        double[] moved = [.. differences.ToArray().Where(difference => difference != 0)];
        var observed = Math.Abs(moved.Sum());

        // Sums of the same numbers in another order may differ in the last bits and must count as equal.
        var least = observed - (1e-12 * moved.Sum(Math.Abs));
        var random = SeededRandom.ForStream(seed, "permutation");
        var asLarge = 0;
        for (var round = 0; round < rounds; round++)
        {
            asLarge += Math.Abs(SignedSum(moved, random)) >= least ? 1 : 0;
        }

        return (asLarge + 1.0) / (rounds + 1.0);
    }

    private static double SignedSum(double[] values, SeededRandom random)
    {
        var sum = 0.0;
        var bits = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            bits = i % 64 == 0 ? random.NextUInt64() : bits >> 1;
            sum += (bits & 1) == 0 ? values[i] : -values[i];
        }

        return sum;
    }
}
