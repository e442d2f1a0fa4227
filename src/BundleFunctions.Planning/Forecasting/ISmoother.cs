namespace BundleFunctions.Planning.Forecasting;

/// <summary>One setting of a smoothing method on its way through a series.</summary>
internal interface ISmoother
{
    /// <summary>Values that it had to know beforehand: rows that know fewer may not ask it.</summary>
    int From => 0;

    /// <summary>What the next step is expected to be.</summary>
    double Next { get; }

    /// <summary>Takes the next value in.</summary>
    void Add(double value);

    /// <summary>Writes what the following steps are expected to be, each finite.</summary>
    void Forecast(Span<double> into);
}
