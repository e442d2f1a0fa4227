using BundleFunctions.Ranking;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace BundleFunctions.MachineLearning;

/// <summary>A learner of trees by ML.NET: answers in, its model out, its trees exported. One thread: sums of several threads differ in their last bits.</summary>
/// <typeparam name="TModel">ML.NET's own model.</typeparam>
/// <param name="name">The learner's name.</param>
/// <param name="complexity">Its place among learners by simplicity, the simpler lower.</param>
public abstract class TreeRankerTrainer<TModel>(string name, int complexity) : IRankerTrainer
    where TModel : class
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int Complexity => complexity;

    /// <inheritdoc/>
    public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return TreeExport.Of(name, NativeCalls.Run(name, () => TreesOf(Fit(data, context.Seed).Model)));
    }

    /// <summary>ML.NET's own model.</summary>
    internal RankingPredictionTransformer<TModel> Fit(RankingData data, ulong seed)
    {
        // LightGBM takes no negative seed.
        var number = (int)(seed & int.MaxValue);
        var context = new MLContext(number);
        return Learner(context, number).Fit(RankingFrame.Of(context, data));
    }

    /// <summary>The learner, ready to fit.</summary>
    private protected abstract IEstimator<RankingPredictionTransformer<TModel>> Learner(MLContext context, int seed);

    /// <summary>The trees of a model.</summary>
    private protected abstract RegressionTreeEnsemble TreesOf(TModel model);
}
