namespace BundleFunctions.Training.Bundles.Learning;

/// <summary>Mean and standard deviation of each column, so that one ridge suits all.</summary>
internal sealed class ColumnScale(double[] means, double[] deviations)
{
    public static ColumnScale Of(IReadOnlyList<double[]> rows)
    {
        var means = new double[rows[0].Length];
        var deviations = new double[means.Length];
        foreach (var row in rows)
        {
            for (var c = 0; c < means.Length; c++)
            {
                means[c] += row[c] / rows.Count;
            }
        }

        foreach (var row in rows)
        {
            for (var c = 0; c < means.Length; c++)
            {
                deviations[c] += (row[c] - means[c]) * (row[c] - means[c]) / rows.Count;
            }
        }

        // A column that never changes says nothing, whatever it is divided by.
        return new ColumnScale(means, Array.ConvertAll(deviations, variance => variance > 1e-18 ? Math.Sqrt(variance) : 1));
    }

    /// <summary>A leading 1 and the standardised columns.</summary>
    public void Apply(double[] row, double[] target)
    {
        target[0] = 1;
        for (var c = 0; c < means.Length; c++)
        {
            target[c + 1] = (row[c] - means[c]) / deviations[c];
        }
    }

    /// <summary>Intercept and weights for columns as they were given.</summary>
    public TResult Undo<TResult>(double[] beta, Func<double, double[], TResult> make)
    {
        var intercept = beta[0];
        var weights = new double[means.Length];
        for (var c = 0; c < means.Length; c++)
        {
            weights[c] = beta[c + 1] / deviations[c];
            intercept -= weights[c] * means[c];
        }

        return make(intercept, weights);
    }
}
