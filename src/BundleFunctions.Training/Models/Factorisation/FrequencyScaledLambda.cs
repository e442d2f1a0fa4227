using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>
/// λ of each row of one side: <c>λ_u = λ (f_u / mean f)^ν</c>, where f_u is all the weight that the loss gives to the row: α times its values,
/// plus 1 for each column. Source: S. Rendle, W. Krichene, L. Zhang, Y. Koren, "Revisiting the performance of iALS on item recommendation
/// benchmarks", RecSys 2022, section 3; the mean keeps λ's scale the same for every ν.
/// </summary>
/// <param name="Lambda">λ</param>
/// <param name="Power">ν, 0..1.</param>
/// <param name="Alpha">α</param>
/// <param name="Columns">Columns of a row.</param>
/// <param name="Mean">Mean f.</param>
internal sealed record FrequencyScaledLambda(double Lambda, double Power, double Alpha, double Columns, double Mean)
{
    public static FrequencyScaledLambda Of(SparseMatrix rows, IalsOptions options)
    {
        var total = 0.0;
        foreach (var value in rows.AllValues)
        {
            total += value;
        }

        return new FrequencyScaledLambda(
            options.Lambda, options.FrequencyScaling, options.Alpha, rows.Columns, (options.Alpha * total / Math.Max(1, rows.Rows)) + rows.Columns);
    }

    public float For(ReadOnlySpan<float> values)
    {
        if (Power == 0)
        {
            return (float)Lambda;
        }

        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)(Lambda * Numerics.Randomness.StableMath.Pow(((Alpha * sum) + Columns) / Mean, Power));
    }
}
