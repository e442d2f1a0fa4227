namespace BundleFunctions.Planning.Alarms;

/// <summary>How closely a series is watched.</summary>
public sealed record WatchOptions
{
    /// <summary>Usual wobbles off on one day that are a spike or a drop, 3..20.</summary>
    public double SpikeScore { get; init; } = 5;

    /// <summary>Wobbles a day that are no shift, 0.1..3.</summary>
    public double ShiftAllowance { get; init; } = 0.8;

    /// <summary>Wobbles in sum that are one, 2..50.</summary>
    public double ShiftScore { get; init; } = 6.5;

    /// <summary>The least wobble, as a share of the usual value, 0.01..1: a series that never moved would otherwise cry at a hair.</summary>
    public double LeastWobble { get; init; } = 0.05;

    /// <summary>Added to both sides before they are compared, above 0: what is noise in a small series.</summary>
    public double Calm { get; init; } = 3;

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        SpikeScore is not (>= 3 and <= 20) ? $"spikeScore is {SpikeScore}; expected 3..20."
        : ShiftAllowance is not (>= 0.1 and <= 3) ? $"shiftAllowance is {ShiftAllowance}; expected 0.1..3."
        : ShiftScore is not (>= 2 and <= 50) ? $"shiftScore is {ShiftScore}; expected 2..50."
        : LeastWobble is not (>= 0.01 and <= 1) ? $"leastWobble is {LeastWobble}; expected 0.01..1."
        : Calm is > 0 and < 1e6 ? null
        : $"calm is {Calm}; expected above 0.";
}
