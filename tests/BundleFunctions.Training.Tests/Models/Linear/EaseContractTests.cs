using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>All items in the dense inverse.</summary>
public sealed class EaseContractTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer { get; } = new EaseTrainer(new EaseOptions { Lambda = 5 });
}
