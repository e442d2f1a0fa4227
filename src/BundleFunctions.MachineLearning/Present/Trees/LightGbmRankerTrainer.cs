using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace BundleFunctions.MachineLearning;

/// <summary>LambdaMART by LightGBM (Ke et al. 2017), through ML.NET.</summary>
/// <param name="options">How trees are grown; null for the defaults.</param>
public sealed class LightGbmRankerTrainer(TreeOptions? options = null) : TreeRankerTrainer<LightGbmRankingModelParameters>("lightgbm", complexity: 11)
{
    private readonly TreeOptions _options = options ?? new TreeOptions();

    private protected override IEstimator<RankingPredictionTransformer<LightGbmRankingModelParameters>> Learner(MLContext context, int seed) =>
        context.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = nameof(RankingRow.Label),
            FeatureColumnName = nameof(RankingRow.Features),
            RowGroupColumnName = nameof(RankingRow.Answer),
            NumberOfIterations = _options.Trees,
            NumberOfLeaves = _options.Leaves,
            MinimumExampleCountPerLeaf = _options.MinPerLeaf,
            LearningRate = _options.LearningRate,
            NumberOfThreads = 1,
            Seed = seed,
            Silent = true,
            Verbose = false,
            HandleMissingValue = false,
            CustomGains = [0, 1],
            Booster = new GradientBooster.Options { L2Regularization = 1 },
        });

    private protected override RegressionTreeEnsemble TreesOf(LightGbmRankingModelParameters model) => model.TrainedTreeEnsemble;
}
