namespace BundleFunctions.Planning.Forecasting;

/// <summary>What a method expected at every origin of one series: row <c>t - FirstOrigin</c> stands on the first <c>t</c> values alone.</summary>
public sealed class ForecastTable
{
    private readonly double[] _means;

    /// <param name="firstOrigin">Values that the first row knows, 1 or more.</param>
    /// <param name="values">Values of the series; the last row knows them all.</param>
    /// <param name="horizon">Steps ahead, 1 or more.</param>
    public ForecastTable(int firstOrigin, int values, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstOrigin, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstOrigin, values);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        (FirstOrigin, LastOrigin, Horizon) = (firstOrigin, values, horizon);
        _means = new double[(values - firstOrigin + 1) * horizon];
    }

    public int FirstOrigin { get; }

    /// <summary>The origin that knows the whole series.</summary>
    public int LastOrigin { get; }

    public int Horizon { get; }

    /// <summary>Means of the steps after an origin, pieces a step.</summary>
    public Span<double> At(int origin) => _means.AsSpan((origin - FirstOrigin) * Horizon, Horizon);
}
