using BundleFunctions.Numerics.Dense;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>PureSVD: a query's items are projected on the leading right singular vectors of the rows, and read off again. Cremonesi, Koren,
/// Turrin, Performance of recommender algorithms on top-n recommendation tasks, 2010.</summary>
/// <param name="options">Valid options.</param>
public sealed class SvdTrainer(SvdOptions options) : IRecommenderTrainer
{
    public string Name => "svd";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var svd = TruncatedSvd.Of(
            data.Rows, options.Rank, options.Oversampling, options.PowerIterations, context.Seed, context.Threads, cancellationToken);
        var factors = svd.Right;
        for (var j = 0; j < factors.Columns; j++)
        {
            // Half of the filter on either side of the product.
            var square = svd.Values[j] * svd.Values[j];
            var scale = (float)Math.Sqrt(square / (square + options.Lambda));
            for (var item = 0; item < factors.Rows; item++)
            {
                factors[item, j] *= scale;
            }
        }

        var bad = Array.FindIndex(factors.Values, value => !float.IsFinite(value));
        return bad < 0 ? new SvdModel(Name, Fingerprint, factors) : throw new DivergedException(
            $"The SVD gives item {bad / factors.Columns} the factor {factors.Values[bad]}; expected a finite one.");
    }

    public IRecommender Load(ModelArrays arrays) => SvdModel.Load(Name, arrays);
}
