using System.Runtime.CompilerServices;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Contests;

/// <summary>Trains once on the same data, so that a model can stand in a contest and be a part of a blend for the price of one. Keeps a
/// model only as long as its data are kept.</summary>
public sealed class KeptTraining(IRecommenderTrainer inner) : IRecommenderTrainer
{
    private readonly ConditionalWeakTable<TrainingData, IRecommender> _models = [];

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public string Fingerprint => inner.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        if (!_models.TryGetValue(data, out var model))
        {
            model = inner.Train(data, context, cancellationToken);
            _models.AddOrUpdate(data, model);
        }

        return model;
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays) => inner.Load(arrays);
}
