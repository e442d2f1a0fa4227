namespace BundleFunctions.Planning.Forecasting;

/// <summary>A way to foretell a series from its past. Stateless; the same values give the same forecasts.</summary>
public interface IForecastMethod
{
    /// <summary>The method's name in reports, in lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>Where two do equally well, the one with the smaller number serves.</summary>
    int Complexity { get; }

    /// <summary>Values without which it has nothing to say, 1 or more.</summary>
    /// <param name="season">Steps after which a pattern comes again, 1 or more.</param>
    int MinValues(int season);

    /// <summary>Fills every row of a table. A row may use the values before its origin and nothing else, so that rows can be judged.</summary>
    /// <param name="values">Pieces a step, 0 or more; as many as <see cref="ForecastTable.LastOrigin"/>.</param>
    /// <param name="season">Steps after which a pattern comes again, 1 or more.</param>
    /// <param name="into">Means, 0 or more and finite.</param>
    void Roll(ReadOnlySpan<double> values, int season, ForecastTable into);
}
