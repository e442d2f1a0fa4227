using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Benchmarks.TrainSet;

/// <summary>Adds what a trainer costs to a table.</summary>
internal sealed class MeteredTrainer(IRecommenderTrainer inner, StageCosts costs) : IRecommenderTrainer
{
    public string Name => inner.Name;

    public string Fingerprint => inner.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        costs.Note("before training");
        var model = inner.Train(data, context, cancellationToken);
        costs.Note($"train {Name}");
        return model;
    }

    public IRecommender Load(ModelArrays arrays) => inner.Load(arrays);
}
