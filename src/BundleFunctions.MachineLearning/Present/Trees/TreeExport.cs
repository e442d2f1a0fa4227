using BundleFunctions.Ranking;
using BundleFunctions.Training.Models;
using Microsoft.ML.Trainers.FastTree;

namespace BundleFunctions.MachineLearning;

/// <summary>Turns an ensemble of ML.NET into a ranker that needs no ML.NET.</summary>
internal static class TreeExport
{
    /// <param name="method">The ranker's method.</param>
    /// <param name="ensemble">Trees without categorical splits, over all features in their order.</param>
    /// <exception cref="DivergedException">The ensemble is none that can be ranked by.</exception>
    public static TreeRanker Of(string method, RegressionTreeEnsemble ensemble)
    {
        try
        {
            return new TreeRanker(
                method, RankingFeatures.Names, [.. ensemble.Trees.Select((tree, t) => Of(tree, ensemble.TreeWeights[t]))], ensemble.Bias);
        }
        catch (ArgumentException e)
        {
            throw new DivergedException($"What {method} learned cannot be ranked by: {e.Message}");
        }
    }

    private static Ranking.RegressionTree Of(Microsoft.ML.Trainers.FastTree.RegressionTree tree, double weight)
    {
        var thresholds = tree.NumericalSplitThresholds;
        return new Ranking.RegressionTree(
            tree.NumericalSplitFeatureIndexes,
            thresholds,
            tree.LeftChild,
            tree.RightChild,
            [.. thresholds.Select(threshold => RankingFrame.Missing <= threshold)],
            [.. tree.LeafValues.Select(value => weight * value)]);
    }
}
