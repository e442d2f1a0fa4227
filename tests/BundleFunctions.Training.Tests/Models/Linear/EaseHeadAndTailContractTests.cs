using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>A few popular items in the dense inverse, the others by local regressions.</summary>
public sealed class EaseHeadAndTailContractTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new EaseTrainer(new EaseOptions { Lambda = 5, DenseItems = 9, Neighbours = 20 });
}
