using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>Local regressions alone.</summary>
public sealed class EaseLocalContractTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new EaseTrainer(new EaseOptions { Lambda = 5, DenseItems = 0, LocalInputs = 20 });
}
