using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Trains another kind of model on rows that count less the older they are: <c>0.5^(age / half-life)</c>, age since the newest row.</summary>
/// <remarks>Values are multiplied by the square root of that, so that products of two of a row, which models learn from, are by the whole. Rows
/// without moments count alike.</remarks>
public sealed class RecentRowsTrainer : IRecommenderTrainer
{
    private const double SecondsADay = 86_400;

    private readonly IRecommenderTrainer _inner;
    private readonly double _halfLifeDays;

    /// <param name="inner">Trains the model; it must read the rows' values.</param>
    /// <param name="halfLifeDays">Days after which a row counts half, 0.01..100000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The half-life is out of its range.</exception>
    public RecentRowsTrainer(IRecommenderTrainer inner, double halfLifeDays)
    {
        ModelOptions.Require(nameof(halfLifeDays), halfLifeDays, 0.01, 100_000);
        (_inner, _halfLifeDays) = (inner, halfLifeDays);
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public string Fingerprint =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"half-life={_halfLifeDays} of {_inner.Fingerprint}");

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        _inner.Train(data.Moments.Count == 0 ? data : data with { Rows = Weighted(data) }, context, cancellationToken);

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays) => _inner.Load(arrays);

    private SparseMatrix Weighted(TrainingData data)
    {
        var rows = data.Rows;
        var values = rows.AllValues.ToArray();
        for (var row = 0; row < rows.Rows; row++)
        {
            var halvings = Math.Min(200, (data.Moments[^1] - data.Moments[row]) / SecondsADay / _halfLifeDays);
            var factor = (float)StableMath.Pow(2, -halvings / 2);
            for (var i = rows.Offsets[row]; i < rows.Offsets[row + 1]; i++)
            {
                values[i] *= factor;
            }
        }

        return new SparseMatrix(rows.Offsets.ToArray(), rows.AllColumns.ToArray(), values, rows.Columns);
    }
}
