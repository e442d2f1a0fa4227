using BundleFunctions.Ranking;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace BundleFunctions.MachineLearning;

/// <summary>LambdaMART by LightGBM (Ke et al. 2017), through ML.NET. One thread, as for FastTree.</summary>
/// <param name="options">How trees are grown; null for the defaults.</param>
public sealed class LightGbmRankerTrainer(TreeOptions? options = null) : IRankerTrainer
{
    private readonly TreeOptions _options = options ?? new TreeOptions();

    /// <inheritdoc/>
    public string Name => "lightgbm";

    /// <inheritdoc/>
    public int Complexity => 11;

    /// <inheritdoc/>
    public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return TreeExport.Of(Name, NativeCalls.Run(Name, () => Fit(data, context.Seed).Model.TrainedTreeEnsemble));
    }

    /// <summary>ML.NET's own model.</summary>
    internal RankingPredictionTransformer<LightGbmRankingModelParameters> Fit(RankingData data, ulong seed)
    {
        var context = new MLContext(unchecked((int)seed));
        var trainer = context.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            LabelColumnName = nameof(RankingRow.Label),
            FeatureColumnName = nameof(RankingRow.Features),
            RowGroupColumnName = nameof(RankingRow.Answer),
            NumberOfIterations = _options.Trees,
            NumberOfLeaves = _options.Leaves,
            MinimumExampleCountPerLeaf = _options.MinPerLeaf,
            LearningRate = _options.LearningRate,
            NumberOfThreads = 1,
            Seed = unchecked((int)(seed & 0x7fffffff)),
            Silent = true,
            Verbose = false,
            HandleMissingValue = false,
            CustomGains = [0, 1],
            Booster = new GradientBooster.Options { L2Regularization = 1 },
        });
        return trainer.Fit(RankingFrame.Of(context, data));
    }
}
