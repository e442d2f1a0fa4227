using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Tests.Evaluation;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>A model by formula, or none at all.</summary>
internal sealed class StubTrainer(string name, Func<TrainingData, Query, int, float> score) : IRecommenderTrainer
{
    public string Name => name;

    public string Fingerprint => "stub";

    /// <summary>Learns nothing finite.</summary>
    public static StubTrainer Diverging(string name) => new(name, (_, _, _) => throw new NotSupportedException()) { Diverges = true };

    private bool Diverges { get; init; }

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        Diverges ? throw new DivergedException($"{name} came to NaN in epoch 3.")
            : new FormulaModel(data.Items, (query, item) => score(data, query, item), name);

    public IRecommender Load(ModelArrays arrays) => throw new NotSupportedException();
}
