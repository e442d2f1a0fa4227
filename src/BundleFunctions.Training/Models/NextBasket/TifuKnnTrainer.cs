using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Makes <see cref="TifuKnn"/> of users' baskets (<see cref="TrainingData.Histories"/>; a row is one basket where there are none).</summary>
public sealed class TifuKnnTrainer : IRecommenderTrainer
{
    private readonly TifuKnnOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public TifuKnnTrainer(TifuKnnOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => TifuKnn.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => _options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new TifuKnn(_options, UserVectors.Of(data, (sums, baskets) => PersonalFrequency.AddTo(sums, baskets, _options)));
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var options = TifuKnnOptions.From(arrays.Doubles("options")) ?? throw new InvalidModelException("Array 'options' of model 'tifu-knn' must hold 7 numbers.");
        return new TifuKnn(options, arrays.Sparse("vectors"));
    }
}
