using BundleFunctions.Training.Ranking;

namespace BundleFunctions.MachineLearning;

/// <summary>Stands where a build is made without ML.NET: the linear order is the only one that is learned.</summary>
public static class RankingTrees
{
    /// <summary>What there is, in words for logs.</summary>
    public static string About => "this build has no ML.NET (docs/package-feeds.md): orders are learned linearly";

    /// <summary>Ways to learn trees: none.</summary>
    public static IReadOnlyList<IRankerTrainer> Trainers => [];
}
