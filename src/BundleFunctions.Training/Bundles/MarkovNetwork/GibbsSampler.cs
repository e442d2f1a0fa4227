using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.Learning;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Marginals of a network too large to enumerate: several chains of single-item draws (Geman and Geman 1984), until they agree.
/// The mean of the conditional probabilities is reported, which varies less than the share of draws (Gelfand and Smith 1990).</summary>
public static class GibbsSampler
{
    /// <param name="network">The network.</param>
    /// <param name="evidence">By item: held, not held, or null where it is not known; null where nothing is known at all.</param>
    /// <param name="options">Valid options.</param>
    public static GibbsResult Run(
        PairwiseNetwork network, IReadOnlyList<bool?>? evidence, GibbsOptions options, CancellationToken cancellationToken)
    {
        int[] free = [.. Enumerable.Range(0, network.Items).Where(i => evidence?[i] is null)];
        var chains = Enumerable.Range(0, options.Chains).Select(chain => new Chain(network, evidence, free, options.Seed, chain)).ToArray();
        foreach (var chain in chains)
        {
            // The first round only leads away from the start.
            chain.Sweep(options.SweepsPerRound, cancellationToken);
            chain.Forget();
        }

        var (rHat, effective) = (double.PositiveInfinity, 0.0);
        for (var round = 0; round < options.MaxRounds && (rHat > options.MaxRHat || effective < options.MinEffective); round++)
        {
            foreach (var chain in chains)
            {
                chain.Sweep(options.SweepsPerRound, cancellationToken);
            }

            (rHat, effective) = (1, double.PositiveInfinity);
            for (var i = 0; i < free.Length; i++)
            {
                var traces = Array.ConvertAll(chains, chain => chain.TraceOf(i));
                rHat = Math.Max(rHat, ChainDiagnostics.SplitRHat(traces));
                effective = Math.Min(effective, ChainDiagnostics.EffectiveSamples(traces));
            }
        }

        var marginals = new double[network.Items];
        for (var item = 0; item < marginals.Length; item++)
        {
            marginals[item] = evidence?[item] == true ? 1 : 0;
        }

        for (var i = 0; i < free.Length; i++)
        {
            marginals[free[i]] = chains.Average(chain => chain.MeanOf(i));
        }

        return new GibbsResult(
            marginals, rHat, effective, chains[0].Sweeps, rHat <= options.MaxRHat && effective >= options.MinEffective);
    }

    private sealed class Chain
    {
        private readonly PairwiseNetwork _network;
        private readonly int[] _free;
        private readonly SeededRandom _random;
        private readonly bool[] _state;
        private readonly List<float>[] _traces;

        public Chain(PairwiseNetwork network, IReadOnlyList<bool?>? evidence, int[] free, ulong seed, int number)
        {
            (_network, _free) = (network, free);
            _random = SeededRandom.ForStream(seed, "gibbs", (ulong)number);
            _state = new bool[network.Items];
            _traces = [.. free.Select(_ => new List<float>())];
            for (var i = 0; i < _state.Length; i++)
            {
                // Starts far apart: nothing, everything, and chance between.
                _state[i] = evidence?[i] ?? (number == 1 || (number > 1 && _random.NextBool(0.5)));
            }
        }

        public int Sweeps => _traces.Length == 0 ? 0 : _traces[0].Count;

        public List<float> TraceOf(int place) => _traces[place];

        public double MeanOf(int place) => _traces[place].Average(value => (double)value);

        public void Forget() => Array.ForEach(_traces, trace => trace.Clear());

        public void Sweep(int sweeps, CancellationToken cancellationToken)
        {
            for (var sweep = 0; sweep < sweeps; sweep++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < _free.Length; i++)
                {
                    var p = LogisticRegression.Sigmoid(_network.LogOdds(_free[i], _state));
                    _state[_free[i]] = _random.NextBool(p);
                    _traces[i].Add((float)p);
                }
            }
        }
    }
}
