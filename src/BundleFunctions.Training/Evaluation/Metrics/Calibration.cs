namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>How far the categories of the first <paramref name="cut"/> items are from those of the query: <c>sum p ln(p / q')</c> over the
/// first-level categories, p the query's shares, q the answer's, <c>q' = 0.99 q + 0.01 p</c>; 0 where they agree. An item shares itself out evenly
/// among its categories. Undefined where query or answer has none. Steck 2018.</summary>
public sealed class Calibration(int cut, ItemCategories categories) : ICaseMetric
{
    private const double Smoothing = 0.01;

    /// <inheritdoc/>
    public string Name => $"calibration@{cut}";

    /// <inheritdoc/>
    public bool HigherIsBetter => false;

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        if (Shares(asked.Query.Items) is not { } wanted || Shares(Hits.Best(answer, cut)) is not { } given)
        {
            return null;
        }

        var divergence = 0.0;
        for (var category = 0; category < wanted.Length; category++)
        {
            var p = wanted[category];
            divergence += p == 0 ? 0 : p * Math.Log(p / (((1 - Smoothing) * given[category]) + (Smoothing * p)));
        }

        return divergence;
    }

    private double[]? Shares(ReadOnlySpan<int> items)
    {
        var shares = new double[categories.TopCount];
        var counted = 0;
        foreach (var item in items)
        {
            var own = categories.TopsOf(item);
            counted += own.Length > 0 ? 1 : 0;
            foreach (var category in own)
            {
                shares[category] += 1.0 / own.Length;
            }
        }

        for (var category = 0; category < shares.Length; category++)
        {
            shares[category] /= Math.Max(counted, 1);
        }

        return counted == 0 ? null : shares;
    }
}
