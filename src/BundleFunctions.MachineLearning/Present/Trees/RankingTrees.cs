using BundleFunctions.Training.Ranking;

namespace BundleFunctions.MachineLearning;

/// <summary>Ways of ML.NET to learn the order of bundles. What they learn is exported and scored without ML.NET.</summary>
public static class RankingTrees
{
    /// <summary>What there is, in words for logs.</summary>
    public static string About => "ML.NET learns trees";

    /// <summary>Ways to learn trees, the simpler first. One whose native library is not made for this processor says so when it is asked to train.</summary>
    public static IReadOnlyList<IRankerTrainer> Trainers { get; } = [new FastTreeRankerTrainer(), new LightGbmRankerTrainer()];
}
