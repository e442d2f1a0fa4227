using BundleFunctions.Associations;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>The Markov network as a model beside the others.</summary>
/// <param name="options">Valid options.</param>
public sealed class MarkovNetworkTrainer(MarkovNetworkOptions options) : IRecommenderTrainer
{
    internal const string ModelName = "markov-network";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public string Fingerprint => options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) => new MarkovModel(
        new MarkovNetworkLearner(options).Learn(data.Rows.ToSets(), context, cancellationToken),
        PseudoLikelihood.LogOddsOf(0, data.Rows.Rows),
        Fingerprint);

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        try
        {
            var floor = arrays.Doubles("floor") is [var only] ? only : throw new InvalidModelException("Array 'floor' of a Markov network must hold one number.");
            return new MarkovModel(new PairwiseNetwork(arrays.Doubles("bias"), arrays.Sparse("couplings")), floor, arrays.Fingerprint);
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"A Markov network cannot be read: {e.Message}", e);
        }
    }
}
