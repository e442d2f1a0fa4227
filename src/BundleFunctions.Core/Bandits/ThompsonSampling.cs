namespace BundleFunctions.Bandits;

/// <summary>Thompson sampling: each arm is chosen with the probability that it is the best. Thompson 1933; Chapelle and Li 2011.</summary>
/// <remarks>The probabilities are worked out and one uniform number is drawn by them, where usually every arm draws from its posterior and the highest
/// wins. Both choose alike, and here the propensity that is logged is the one that was drawn by, not an estimate of it.</remarks>
public static class ThompsonSampling
{
    private const int MaxArms = 1000;

    // Points an arm, from ten deviations below its mode to eight above: a share's logarithm has its longer tail below.
    private const int Points = 72;
    private const double Below = 10;
    private const double Above = 8;

    /// <summary>P(arm i is the best) = integral of f_i(y) prod_{j != i} F_j(y) dy, by the trapezoid rule over the points of all arms together, to about
    /// 0.003; then <c>(1 - exploration) p + exploration / arms</c>. They sum to 1.</summary>
    /// <param name="arms">1..1000.</param>
    /// <param name="exploration">0..1.</param>
    public static double[] Propensities(IReadOnlyList<Posterior> arms, double exploration)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arms.Count, MaxArms, nameof(arms));
        var nodes = Nodes(arms);
        var count = arms.Count;
        var densities = new double[count][];
        var below = new double[count][];
        for (var i = 0; i < count; i++)
        {
            (densities[i], below[i]) = Distribution(arms[i], nodes);
        }

        var best = new double[count];
        for (var n = 0; n < nodes.Length; n++)
        {
            // The trapezoid rule: half of the width on either side.
            var width = (nodes[Math.Min(n + 1, nodes.Length - 1)] - nodes[Math.Max(n - 1, 0)]) / 2;
            AddBest(best, densities, below, n, width);
        }

        var sum = best.Sum();
        return Array.ConvertAll(best, share => ((1 - exploration) * share / sum) + (exploration / count));
    }

    /// <summary>The arm that a uniform number chooses.</summary>
    /// <param name="propensities">Probabilities that sum to 1.</param>
    /// <param name="uniform">In [0, 1).</param>
    public static int Choose(IReadOnlyList<double> propensities, double uniform)
    {
        for (var i = 0; i < propensities.Count - 1; i++)
        {
            uniform -= propensities[i];
            if (uniform < 0)
            {
                return i;
            }
        }

        return propensities.Count - 1;
    }

    // Products over all others, from the left and then from the right, so that no factor is divided by.
    private static void AddBest(double[] best, double[][] densities, double[][] below, int node, double width)
    {
        Span<double> left = stackalloc double[best.Length];
        var product = 1.0;
        for (var i = 0; i < best.Length; i++)
        {
            left[i] = product;
            product *= below[i][node];
        }

        product = 1;
        for (var i = best.Length - 1; i >= 0; i--)
        {
            best[i] += width * densities[i][node] * left[i] * product;
            product *= below[i][node];
        }
    }

    private static double[] Nodes(IReadOnlyList<Posterior> arms)
    {
        var nodes = new double[arms.Count * Points];
        for (var i = 0; i < arms.Count; i++)
        {
            for (var p = 0; p < Points; p++)
            {
                nodes[(i * Points) + p] = arms[i].Mode + (arms[i].Deviation * (((Below + Above) * p / (Points - 1)) - Below));
            }
        }

        Array.Sort(nodes);
        return nodes;
    }

    private static (double[] Density, double[] Below) Distribution(Posterior arm, double[] nodes)
    {
        var density = Array.ConvertAll(nodes, node => Math.Exp(arm.LogDensity(node)));
        var below = new double[nodes.Length];
        for (var n = 1; n < nodes.Length; n++)
        {
            below[n] = below[n - 1] + ((nodes[n] - nodes[n - 1]) * (density[n] + density[n - 1]) / 2);
        }

        var total = below[^1];
        for (var n = 0; n < nodes.Length; n++)
        {
            (density[n], below[n]) = (density[n] / total, below[n] / total);
        }

        return (density, below);
    }
}
