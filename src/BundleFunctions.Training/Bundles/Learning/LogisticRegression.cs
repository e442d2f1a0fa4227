using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Bundles.Learning;

/// <summary>Binary logistic regression with a ridge: P(true | x) = 1 / (1 + exp(-(b + w x))). Cox 1958; fitted by Newton's method
/// (iteratively reweighted least squares) on standardised columns. Small numbers of columns only: a step costs columns² a row.</summary>
public sealed class LogisticRegression
{
    private const int MaxSteps = 50;
    private const double Tolerance = 1e-9;

    private LogisticRegression(double intercept, double[] weights) => (Intercept, Weights) = (intercept, weights);

    /// <summary>Log-odds where every column is 0.</summary>
    public double Intercept { get; }

    /// <summary>Change of the log-odds by one unit of each column, as it was given.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Fits sum of weighted log-likelihoods - ridge/2 |w|², w being the weights of the standardised columns.</summary>
    /// <param name="rows">One row a case, all of one length; finite.</param>
    /// <param name="labels">What each case is.</param>
    /// <param name="caseWeights">Above 0, by case; null where all count 1.</param>
    /// <param name="ridge">Above 0; without it, cases that can be told apart fully would have no finite answer.</param>
    /// <param name="offsets">Log-odds that are known of each case beforehand, finite: columns say what changes them. Null where nothing is known. The fit is then of
    /// what is added to them, and <see cref="Predict"/> gives that alone.</param>
    /// <exception cref="DivergedException">The fit is not finite.</exception>
    public static LogisticRegression Fit(
        IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<double>? caseWeights = null, double ridge = 1, IReadOnlyList<double>? offsets = null)
    {
        if (rows.Count == 0)
        {
            return new LogisticRegression(0, []);
        }

        var scale = ColumnScale.Of(rows);
        var columns = rows[0].Length;
        var beta = new double[columns + 1];
        var step = new NewtonStep(columns + 1);
        for (var round = 0; round < MaxSteps; round++)
        {
            step.Clear();
            var x = new double[columns + 1];
            for (var i = 0; i < rows.Count; i++)
            {
                scale.Apply(rows[i], x);
                step.Add(x, Sigmoid(Dot(beta, x) + (offsets?[i] ?? 0)), labels[i] ? 1 : 0, caseWeights?[i] ?? 1);
            }

            // The intercept, in place 0, is not held back.
            if (step.Solve(beta, ridge) < Tolerance)
            {
                break;
            }
        }

        if (!beta.All(double.IsFinite))
        {
            throw new DivergedException($"Logistic regression on {rows.Count} cases of {columns} columns came to weights that are not finite.");
        }

        return scale.Undo(beta, (intercept, weights) => new LogisticRegression(intercept, weights));
    }

    /// <summary>P(true); strictly between 0 and 1.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = Intercept;
        for (var i = 0; i < Weights.Count; i++)
        {
            sum += Weights[i] * row[i];
        }

        return Sigmoid(sum);
    }

    /// <summary>1 / (1 + exp(-x)), kept within 1e-12 of its ends.</summary>
    public static double Sigmoid(double x) => Math.Clamp(1 / (1 + Math.Exp(-x)), 1e-12, 1 - 1e-12);

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
