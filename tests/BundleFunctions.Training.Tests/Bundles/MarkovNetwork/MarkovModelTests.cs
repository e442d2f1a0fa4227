using BundleFunctions.Training.Bundles.MarkovNetwork;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Bundles.MarkovNetwork;

/// <summary>What every model owes.</summary>
public sealed class MarkovModelTests : RecommenderContract
{
    protected override IRecommenderTrainer Trainer => new MarkovNetworkTrainer(new MarkovNetworkOptions());
}
