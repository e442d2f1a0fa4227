using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Makes <see cref="HistoryContext"/> of another kind of model.</summary>
public sealed class HistoryContextTrainer : IRecommenderTrainer
{
    private readonly IRecommenderTrainer _inner;
    private readonly double _decay;

    /// <param name="inner">Trains the model that is asked.</param>
    /// <param name="decay">Weight of a basket beside that of the next newer one, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is out of its range.</exception>
    public HistoryContextTrainer(IRecommenderTrainer inner, double decay)
    {
        ModelOptions.Require(nameof(decay), decay, double.Epsilon, 1);
        (_inner, _decay) = (inner, decay);
    }

    /// <inheritdoc/>
    public string Name => HistoryContext.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => HistoryContext.FingerprintOf(_inner.Fingerprint, _decay);

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new HistoryContext(_inner.Train(data, context, cancellationToken), _decay);

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return arrays.Doubles("decay") is [> 0 and <= 1 and var decay]
            ? new HistoryContext(_inner.Load(PartArrays.Of(arrays, 0)), decay)
            : throw new InvalidModelException($"Array 'decay' of model '{Name}' must hold one number above 0 and at most 1.");
    }
}
