namespace BundleFunctions.Planning.Forecasting;

/// <summary>How a set of series would have been foretold.</summary>
/// <param name="Rows">One a series, in their order.</param>
public sealed record BackTest(IReadOnlyList<BackTestRow> Rows)
{
    /// <summary>Weighted absolute percentage error of the chosen methods: <c>sum |actual - expected| / sum actual</c> over all series; 0 where nothing was
    /// sold.</summary>
    public double Wape => Share(Rows.Sum(row => row.ChosenError));

    /// <summary>Share of steps within the 80 % band, 0..1.</summary>
    public double Coverage80 => Rows.Sum(row => row.Within80) / (double)Math.Max(1, Rows.Sum(row => row.Steps));

    /// <summary>Share of steps within the 95 % band, 0..1.</summary>
    public double Coverage95 => Rows.Sum(row => row.Within95) / (double)Math.Max(1, Rows.Sum(row => row.Steps));

    /// <summary>The same error of one method, over the series that are long enough for it; null where none is.</summary>
    public double? WapeOf(string method)
    {
        var able = Rows.Where(row => row.Methods.Contains(method, StringComparer.Ordinal)).ToList();
        var actual = able.Sum(row => row.Actual);
        return able.Count == 0 || actual == 0 ? null : able.Sum(row => ErrorOf(row, method)) / actual;
    }

    /// <summary>Each series' absolute error of one method, a share of the mean demand of a series: what paired tests compare.</summary>
    public double[] ErrorsOf(string method) => [.. Rows.Select(row => ErrorOf(row, method) / MeanActual)];

    /// <summary>The same of the chosen methods.</summary>
    public double[] ErrorsOfChosen() => [.. Rows.Select(row => row.ChosenError / MeanActual)];

    private double MeanActual => Math.Max(double.Epsilon, Rows.Sum(row => row.Actual) / Math.Max(1, Rows.Count));

    private double Share(double error) => Rows.Sum(row => row.Actual) is > 0 and var actual ? error / actual : 0;

    private static double ErrorOf(BackTestRow row, string method)
    {
        var place = row.Methods.ToList().IndexOf(method);
        return place < 0 ? 0 : row.Errors[place];
    }
}
