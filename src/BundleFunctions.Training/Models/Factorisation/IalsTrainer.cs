using System.Globalization;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Implicit alternating least squares: rows and items as vectors whose products are near 1 where an item is held and near 0 elsewhere,
/// the former weighing more. Sources: Hu, Koren, Volinsky, ICDM 2008; Takács, Pilászy, Tikk, RecSys 2011; Rendle et al., RecSys 2022.</summary>
public sealed class IalsTrainer : IRecommenderTrainer
{
    private readonly IalsOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option lies outside of its range.</exception>
    public IalsTrainer(IalsOptions options)
    {
        options.Validate();
        _options = options;
    }

    public string Name => IalsModel.Kind;

    public string Fingerprint => _options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        Fit(data, context, cancellationToken).Model;

    public IRecommender Load(ModelArrays arrays) => IalsModel.Load(arrays);

    /// <summary>Learns, and tells how it went.</summary>
    /// <exception cref="DivergedException">A loss or a factor is not finite; the message names the iteration.</exception>
    public IalsFit Fit(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var (rows, parallel) = (data.Rows, context.Parallel(cancellationToken));
        var random = SeededRandom.ForStream(context.Seed, "ials-items");
        var deviation = rows.NonZeros == 0 ? 0 : 0.1 / Math.Sqrt(_options.Rank);
        var users = new IalsSide(rows, new FactorMatrix(rows.Rows, _options.Rank), _options);
        var items = new IalsSide(rows.Transpose(), FactorMatrix.Normal(rows.Columns, _options.Rank, deviation, random), _options);
        var extra = 0.0;
        foreach (var value in rows.AllValues)
        {
            extra += _options.Alpha * value;
        }

        var weight = ((double)rows.Rows * rows.Columns) + extra;
        var losses = new List<double>();
        while (rows.NonZeros > 0 && losses.Count < _options.Iterations && !OnPlateau(losses))
        {
            users.Improve(items.Factors, parallel);
            var loss = items.Improve(users.Factors, parallel) + users.Penalty() + rows.NonZeros + extra;
            losses.Add(loss / weight);
            RequireFinite(losses, items.Factors);
            context.Progress?.Report((double)losses.Count / _options.Iterations);
        }

        return new IalsFit(
            new IalsModel(items.Factors, FrequencyScaledLambda.Of(rows, _options), Fingerprint), users.Factors, losses);
    }

    private bool OnPlateau(List<double> losses) =>
        _options.Plateau > 0 && losses.Count >= 2 && losses[^2] - losses[^1] < _options.Plateau * losses[^2];

    private static void RequireFinite(List<double> losses, FactorMatrix items)
    {
        if (!double.IsFinite(losses[^1]))
        {
            throw new DivergedException(string.Create(
                CultureInfo.InvariantCulture, $"Implicit ALS: the loss of iteration {losses.Count} is {losses[^1]}; expected a finite one."));
        }

        if (items.FirstNotFinite() is >= 0 and var item)
        {
            throw new DivergedException($"Implicit ALS: iteration {losses.Count} gave item {item} a factor that is not finite.");
        }
    }
}
