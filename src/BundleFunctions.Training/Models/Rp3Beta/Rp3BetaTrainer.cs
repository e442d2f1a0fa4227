using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Models.Neighbours;

namespace BundleFunctions.Training.Models.Rp3Beta;

/// <summary>RP3beta: where a random walk from the query's items by way of a row comes to, popular items held back.
/// <c>s(j, i) = sum over rows u of (p_ju p_ui)^alpha / d_i^beta</c>, with <c>p_ju = r_uj / sum over v of r_vj</c>,
/// <c>p_ui = r_ui / sum over k of r_uk</c> and d_i the rows that hold i. Cooper, Lee, Radinsky, Siantos 2014 (P3alpha); Paudel,
/// Christoffel, Newell, Bernstein 2017 (RP3beta).</summary>
/// <param name="options">Valid options.</param>
public sealed class Rp3BetaTrainer(Rp3BetaOptions options) : IRecommenderTrainer
{
    public string Name => "rp3beta";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        // The sum over rows is a dot product of columns whose values are r_ui^alpha / (sum of the row)^(alpha / 2).
        var sums = data.Rows.ColumnSums(value => value);
        var held = data.Rows.ColumnSums(_ => 1);
        var none = new double[sums.Length];
        var form = new SimilarityForm(
            none,
            [.. sums.Select(sum => Power(sum, options.Alpha))],
            [.. held.Select(count => Power(count, options.Beta))],
            none,
            Together: 0,
            Shrinkage: 0);
        var found = ColumnNeighbours.Find(Walk(data.Rows), form, options.Neighbours, context.Threads, cancellationToken);
        return new NeighbourModel(Name, Fingerprint, found);
    }

    public IRecommender Load(ModelArrays arrays) => NeighbourModel.Load(arrays, Name);

    private SparseMatrix Walk(SparseMatrix rows)
    {
        var values = rows.AllValues.ToArray();
        for (var row = 0; row < rows.Rows; row++)
        {
            var of = values.AsSpan(rows.Offsets[row]..rows.Offsets[row + 1]);
            var sum = 0.0;
            foreach (var value in of)
            {
                sum += value;
            }

            foreach (ref var value in of)
            {
                value = (float)(Power(value, options.Alpha) / Power(sum, options.Alpha / 2));
            }
        }

        return new SparseMatrix(rows.Offsets.ToArray(), rows.AllColumns.ToArray(), values, rows.Columns);
    }

    private static double Power(double x, double exponent) => x > 0 ? StableMath.Pow(x, exponent) : 0;
}
