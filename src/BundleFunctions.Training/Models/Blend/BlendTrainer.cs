using BundleFunctions.Associations;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Makes <see cref="BlendModel"/>: trains its parts on most rows, learns their weights on the rest, and trains them again on all.</summary>
public sealed class BlendTrainer : IRecommenderTrainer
{
    private readonly IReadOnlyList<IRecommenderTrainer> _parts;
    private readonly BlendOptions _options;

    /// <param name="parts">One or more, in the order of their weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or there is no part.</exception>
    public BlendTrainer(IReadOnlyList<IRecommenderTrainer> parts, BlendOptions options)
    {
        options.Validate();
        ModelOptions.Require(nameof(parts), parts.Count, 1, 1000);
        (_parts, _options) = (parts, options);
    }

    /// <inheritdoc/>
    public string Name => BlendModel.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => $"{_options.Fingerprint} of {string.Join(" + ", _parts.Select(part => $"{part.Name}({part.Fingerprint})"))}";

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var task = BlendSplit.Of(data, _options, context.Seed);
        var weights = BlendFit.Fit(TrainParts(task.Train, context, cancellationToken), task, _options, context, cancellationToken);
        var warm = ItemPopularity.Count(data.Rows).Select(rows => (byte)(rows > 0 ? 1 : 0));
        return new BlendModel(TrainParts(data, context, cancellationToken), weights with { Warm = [.. warm] }, Fingerprint);
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        try
        {
            var weights = new BlendWeights(arrays.Doubles("scales"), arrays.Doubles("factors"), arrays.Bytes("warm"));
            return new BlendModel([.. _parts.Select((part, i) => part.Load(PartArrays.Of(arrays, i)))], weights, arrays.Fingerprint);
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"The parts of model '{Name}' do not fit its weights: {e.Message}", e);
        }
    }

    private IRecommender[] TrainParts(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        [.. _parts.Select(part => part.Train(data, context, cancellationToken))];
}
