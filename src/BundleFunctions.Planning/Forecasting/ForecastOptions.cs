namespace BundleFunctions.Planning.Forecasting;

/// <summary>How series are foretold.</summary>
public sealed record ForecastOptions
{
    /// <summary>Steps ahead, 1..104.</summary>
    public int Horizon { get; init; } = 8;

    /// <summary>Values that the first judged origin knows, 4 or more.</summary>
    public int FirstOrigin { get; init; } = 12;

    /// <summary>Share by which a method must err less than a simpler one to be chosen, 0..0.5.</summary>
    public double Margin { get; init; } = 0.01;

    /// <summary>How many errors of its own a series needs to be believed as much as the series like it, 0 or more.</summary>
    public double PoolWeight { get; init; } = 20;

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Horizon is < 1 or > 104 ? $"horizon is {Horizon}; expected 1..104."
        : FirstOrigin < 4 ? $"firstOrigin is {FirstOrigin}; expected 4 or more."
        : Margin is not (>= 0 and <= 0.5) ? $"margin is {Margin}; expected 0..0.5."
        : PoolWeight is >= 0 and < double.PositiveInfinity ? null
        : $"poolWeight is {PoolWeight}; expected 0 or more.";
}
