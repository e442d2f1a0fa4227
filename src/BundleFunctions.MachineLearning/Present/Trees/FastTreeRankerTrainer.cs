using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace BundleFunctions.MachineLearning;

/// <summary>LambdaMART (Burges 2010) by ML.NET's FastTree.</summary>
/// <param name="options">How trees are grown; null for the defaults.</param>
public sealed class FastTreeRankerTrainer(TreeOptions? options = null) : TreeRankerTrainer<FastTreeRankingModelParameters>("fasttree", complexity: 10)
{
    private readonly TreeOptions _options = options ?? new TreeOptions();

    private protected override IEstimator<RankingPredictionTransformer<FastTreeRankingModelParameters>> Learner(MLContext context, int seed) =>
        context.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options
        {
            LabelColumnName = nameof(RankingRow.Label),
            FeatureColumnName = nameof(RankingRow.Features),
            RowGroupColumnName = nameof(RankingRow.Answer),
            NumberOfTrees = _options.Trees,
            NumberOfLeaves = _options.Leaves,
            MinimumExampleCountPerLeaf = _options.MinPerLeaf,
            LearningRate = _options.LearningRate,
            NumberOfThreads = 1,
            Seed = seed,
            FeatureSelectionSeed = seed,
        });

    private protected override RegressionTreeEnsemble TreesOf(FastTreeRankingModelParameters model) => model.TrainedTreeEnsemble;
}
