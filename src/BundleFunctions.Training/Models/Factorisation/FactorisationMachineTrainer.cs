using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>A factorisation machine over the row, its other items, and each item's categories, brand and price level, learned by the pairwise
/// loss of BPR. Items that no row holds are ranked by their content. One thread learns, whatever the context allows.
/// Sources: S. Rendle, ICDM 2010; S. Rendle et al., UAI 2009.</summary>
public sealed class FactorisationMachineTrainer : IRecommenderTrainer
{
    private const int StepsBetweenLooks = 1 << 14;

    private readonly FactorisationMachineOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option lies outside of its range.</exception>
    public FactorisationMachineTrainer(FactorisationMachineOptions options)
    {
        options.Validate();
        _options = options;
    }

    public string Name => MachineModel.Kind;

    public string Fingerprint => _options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        Fit(data, context, cancellationToken).Model;

    public IRecommender Load(ModelArrays arrays) => MachineModel.Load(arrays);

    /// <summary>Learns, and tells how it went.</summary>
    /// <exception cref="DivergedException">A loss or a parameter is not finite; the message names the iteration.</exception>
    public FactorisationMachineFit Fit(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var (rows, rank) = (data.Rows, _options.Rank);
        if (rows.NonZeros == 0)
        {
            var nothing = new FactorMatrix(data.Items, rank);
            return new FactorisationMachineFit(
                new MachineModel(nothing, nothing, new float[data.Items], new FactorMatrix(0, rank), Fingerprint), []);
        }

        var features = ItemFeatures.Of(data, _options.PriceLevels);
        var parameters = new MachineParameters(features, _options.RowFeatures ? rows.Rows : 0, rank, context.Seed);
        var epoch = new MachineEpoch(parameters, rows, new NegativeSampler(rows, _options.NegativePower, unseen: false), _options);
        var pairs = new ObservedPairs(rows);
        var losses = new List<double>();
        for (var iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            var random = SeededRandom.ForStream(context.Seed, "machine-epoch", (ulong)iteration);
            var figures = Learn(epoch, pairs, random, cancellationToken);
            figures.RequireFinite("Factorisation machine", iteration, parameters.ItemSide, parameters.ContextSide, parameters.RowSide);
            losses.Add(figures.Loss);
            context.Progress?.Report((double)iteration / _options.Iterations);
        }

        return new FactorisationMachineFit(SumUp(parameters, data.Items), losses);
    }

    private static EpochFigures Learn(MachineEpoch epoch, ObservedPairs pairs, SeededRandom random, CancellationToken cancellationToken)
    {
        pairs.Shuffle(random);
        var figures = new EpochFigures();
        for (var turn = 0; turn < pairs.Count; turn++)
        {
            if (turn % StepsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var (row, item) = pairs[turn];
            epoch.Step(row, item, random, figures);
        }

        return figures;
    }

    private MachineModel SumUp(MachineParameters parameters, int items)
    {
        var contexts = new FactorMatrix(items, _options.Rank);
        var answers = new FactorMatrix(items, _options.Rank);
        var biases = new float[items];
        for (var item = 0; item < items; item++)
        {
            parameters.AddContext(item, 1, contexts[item]);
            biases[item] = parameters.Item(item, answers[item]);
        }

        return new MachineModel(contexts, answers, biases, parameters.RowSide, Fingerprint);
    }
}
