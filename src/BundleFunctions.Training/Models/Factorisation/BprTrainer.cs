using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Bayesian personalised ranking: a row's held items should score above those that it does not hold, learned pair by pair.
/// One thread learns, whatever the context allows: every step builds on the one before.
/// Source: S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme, UAI 2009.</summary>
public sealed class BprTrainer : IRecommenderTrainer
{
    private const int TriplesBetweenLooks = 1 << 16;

    private readonly BprOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option lies outside of its range.</exception>
    public BprTrainer(BprOptions options)
    {
        options.Validate();
        _options = options;
    }

    public string Name => BprModel.Kind;

    public string Fingerprint => _options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        Fit(data, context, cancellationToken).Model;

    public IRecommender Load(ModelArrays arrays) => BprModel.Load(arrays);

    /// <summary>Learns, and tells how it went.</summary>
    /// <exception cref="DivergedException">A loss or a factor is not finite; the message names the iteration.</exception>
    public BprFit Fit(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var rows = data.Rows;
        if (rows.NonZeros == 0)
        {
            return new BprFit(new BprModel(new FactorMatrix(rows.Columns, _options.Rank), new float[rows.Columns], _options), []);
        }

        var deviation = 0.1 / Math.Sqrt(_options.Rank);
        var users = FactorMatrix.Normal(rows.Rows, _options.Rank, deviation, SeededRandom.ForStream(context.Seed, "bpr-rows"));
        var items = FactorMatrix.Normal(rows.Columns, _options.Rank, deviation, SeededRandom.ForStream(context.Seed, "bpr-items"));
        var sampler = new NegativeSampler(rows, _options.NegativePower);
        var pairs = new ObservedPairs(rows);
        var losses = new List<double>();
        for (var epoch = 0; epoch < _options.Iterations; epoch++)
        {
            var random = SeededRandom.ForStream(context.Seed, "bpr-epoch", (ulong)epoch);
            pairs.Shuffle(random);
            var figures = Learn(pairs, sampler, users, items, random, cancellationToken);
            figures.RequireFinite("BPR", epoch + 1, users, items);
            losses.Add(figures.Loss);
            context.Progress?.Report((epoch + 1.0) / _options.Iterations);
        }

        return new BprFit(new BprModel(items, [.. sampler.Weights.Select(weight => (float)weight)], _options), losses);
    }

    private EpochFigures Learn(
        ObservedPairs pairs, NegativeSampler sampler, FactorMatrix users, FactorMatrix items, SeededRandom random, CancellationToken cancellationToken)
    {
        var (rate, shrink) = ((float)_options.LearningRate, (float)(_options.LearningRate * _options.Lambda));
        var figures = new EpochFigures();
        for (var turn = 0; turn < pairs.Count; turn++)
        {
            if (turn % TriplesBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var (row, better) = pairs[turn];
            if (sampler.Draw(row, random) is >= 0 and var worse)
            {
                var margin = PairwiseStep.Margin(users[row], items[better], items[worse]);
                figures.Add(margin);
                PairwiseStep.Apply(users[row], items[better], items[worse], rate * SigmoidTable.Sigmoid(-margin), shrink);
            }
        }

        return figures;
    }
}
