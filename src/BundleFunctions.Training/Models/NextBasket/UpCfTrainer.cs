using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Makes <see cref="UpCf"/> of users' baskets (<see cref="TrainingData.Histories"/>; a row is one basket where there are none).</summary>
public sealed class UpCfTrainer : IRecommenderTrainer
{
    private readonly UpCfOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public UpCfTrainer(UpCfOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => UpCf.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => _options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var bought = UserVectors.Of(data, (sums, baskets) =>
        {
            foreach (var basket in baskets)
            {
                sums.Add(basket, 1);
            }
        });
        cancellationToken.ThrowIfCancellationRequested();
        var recent = UserVectors.Of(data, (sums, baskets) => RecentFrequency.AddTo(sums, baskets, _options.NeighbourBaskets, decay: 1));
        return new UpCf(_options, SparseMatrix.OfSets(bought.ToSets()), recent);
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var options = UpCfOptions.From(arrays.Doubles("options")) ?? throw new InvalidModelException("Array 'options' of model 'up-cf' must hold 9 numbers.");
        var (bought, recent) = (arrays.Sparse("bought"), arrays.Sparse("recent"));
        return bought.Rows == recent.Rows && bought.Columns == recent.Columns
            ? new UpCf(options, bought, recent)
            : throw new InvalidModelException($"Model 'up-cf' has {bought.Rows} x {bought.Columns} purchases and {recent.Rows} x {recent.Columns} recent ones.");
    }
}
