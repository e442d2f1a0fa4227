namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Exact figures of a small network by walking all its states in Gray-code order, one item turned a step.</summary>
public sealed class ExactInference
{
    /// <summary>Most items that are not fixed: 2^20 states.</summary>
    public const int MaxFree = 20;

    private readonly double[] _marginals;

    private ExactInference(double logPartition, double[] marginals) => (LogPartition, _marginals) = (logPartition, marginals);

    /// <summary>ln of the sum over all states that agree with the evidence of exp(potential).</summary>
    public double LogPartition { get; }

    /// <summary>P(x_i = 1 | evidence) of each item; 0 or 1 for those that are fixed.</summary>
    public IReadOnlyList<double> Marginals => _marginals;

    /// <param name="network">The network.</param>
    /// <param name="evidence">By item: held, not held, or null where it is not known; null where nothing is known at all.</param>
    /// <exception cref="ArgumentException">More than <see cref="MaxFree"/> items are not fixed.</exception>
    public static ExactInference Of(PairwiseNetwork network, IReadOnlyList<bool?>? evidence = null)
    {
        int[] free = [.. Enumerable.Range(0, network.Items).Where(i => evidence?[i] is null)];
        if (free.Length > MaxFree)
        {
            throw new ArgumentException($"{free.Length} items are free; at most {MaxFree} can be enumerated.", nameof(network));
        }

        var state = new bool[network.Items];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = evidence?[i] == true;
        }

        // Twice over the states: first the highest potential, so that no exponential overflows and none that counts underflows.
        var highest = double.NegativeInfinity;
        Walk(network, free, state, potential => highest = Math.Max(highest, potential));
        var total = 0.0;
        var held = new double[network.Items];
        Walk(network, free, state, potential =>
        {
            var weight = Math.Exp(potential - highest);
            total += weight;
            foreach (var item in free)
            {
                held[item] += state[item] ? weight : 0;
            }
        });

        var marginals = new double[network.Items];
        for (var i = 0; i < marginals.Length; i++)
        {
            marginals[i] = evidence?[i] is { } known ? (known ? 1 : 0) : held[i] / total;
        }

        return new ExactInference(highest + Math.Log(total), marginals);
    }

    /// <summary>Mean ln P(row) over baskets of a small network; nothing hidden, nothing approximated.</summary>
    public static double LogLikelihood(PairwiseNetwork network, IReadOnlyList<int[]> rows)
    {
        var logPartition = Of(network).LogPartition;
        var state = new bool[network.Items];
        var sum = 0.0;
        foreach (var row in rows)
        {
            Array.Clear(state);
            foreach (var item in row)
            {
                state[item] = true;
            }

            sum += network.Potential(state) - logPartition;
        }

        return rows.Count == 0 ? 0 : sum / rows.Count;
    }

    // Leaves the state as it was: the last Gray code has one bit set, which is turned back.
    private static void Walk(PairwiseNetwork network, int[] free, bool[] state, Action<double> visit)
    {
        var potential = network.Potential(state);
        visit(potential);
        for (var step = 1u; step < 1u << free.Length; step++)
        {
            potential += Turn(network, free[System.Numerics.BitOperations.TrailingZeroCount(step)], state);
            visit(potential);
        }

        if (free.Length > 0)
        {
            Turn(network, free[^1], state);
        }
    }

    private static double Turn(PairwiseNetwork network, int item, bool[] state)
    {
        var change = network.LogOdds(item, state);
        state[item] = !state[item];
        return state[item] ? change : -change;
    }
}
