using BundleFunctions.Ranking;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace BundleFunctions.MachineLearning;

/// <summary>LambdaMART (Burges 2010) by ML.NET's FastTree. One thread: sums of several threads differ in their last bits.</summary>
/// <param name="options">How trees are grown; null for the defaults.</param>
public sealed class FastTreeRankerTrainer(TreeOptions? options = null) : IRankerTrainer
{
    private readonly TreeOptions _options = options ?? new TreeOptions();

    /// <inheritdoc/>
    public string Name => "fasttree";

    /// <inheritdoc/>
    public int Complexity => 10;

    /// <inheritdoc/>
    public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return TreeExport.Of(Name, NativeCalls.Run(Name, () => Fit(data, context.Seed).Model.TrainedTreeEnsemble));
    }

    /// <summary>ML.NET's own model.</summary>
    internal RankingPredictionTransformer<FastTreeRankingModelParameters> Fit(RankingData data, ulong seed)
    {
        var context = new MLContext(unchecked((int)seed));
        var trainer = context.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options
        {
            LabelColumnName = nameof(RankingRow.Label),
            FeatureColumnName = nameof(RankingRow.Features),
            RowGroupColumnName = nameof(RankingRow.Answer),
            NumberOfTrees = _options.Trees,
            NumberOfLeaves = _options.Leaves,
            MinimumExampleCountPerLeaf = _options.MinPerLeaf,
            LearningRate = _options.LearningRate,
            NumberOfThreads = 1,
            Seed = unchecked((int)seed),
            FeatureSelectionSeed = unchecked((int)seed),
        });
        return trainer.Fit(RankingFrame.Of(context, data));
    }
}
