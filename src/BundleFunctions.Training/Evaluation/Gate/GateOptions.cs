using System.Globalization;

namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>When a challenger takes the champion's place.</summary>
public sealed record GateOptions
{
    /// <summary>What decides, where no guardrail is broken; higher is better.</summary>
    public string PrimaryMetric { get; init; } = "ndcg@10";

    /// <summary>How much better the challenger must be at least, in the primary metric's unit, 0..1: the lower end of the interval lies above it.</summary>
    public double LeastGain { get; init; }

    /// <summary>Level of the interval of the difference, 0.8..0.999.</summary>
    public double Level { get; init; } = 0.99;

    /// <summary>Bootstrap resamples and permutations, 100..100000.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>For both.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Fewest cases to choose by, 2..1000000. With fewer the simpler model serves.</summary>
    public int MinCases { get; init; } = 100;

    /// <summary>Least share of the champion's coverage that the challenger keeps, 0..1.</summary>
    public double KeptCoverage { get; init; } = 0.5;

    /// <summary>Most that the Gini index of exposure may rise above the champion's, 0..1.</summary>
    public double MaxGiniRise { get; init; } = 0.35;

    /// <summary>Most that the share of recommended items out of stock may rise above the champion's, 0..1.</summary>
    public double MaxOutOfStockRise { get; init; } = 0.02;

    /// <summary>Least share of the champion's margin that the challenger keeps, 0..1.</summary>
    public double KeptMargin { get; init; } = 0.95;

    /// <summary>Population stability index of the input from which the decision carries a warning, above 0.</summary>
    public double DriftWarning { get; init; } = 0.1;

    /// <summary>Population stability index of the input from which nothing is promoted, above <see cref="DriftWarning"/>.</summary>
    public double DriftHold { get; init; } = 0.25;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        string.IsNullOrWhiteSpace(PrimaryMetric) ? "gate.primaryMetric is empty; expected the name of a metric."
        : Share(nameof(LeastGain), LeastGain)
        ?? (Level is not (>= 0.8 and <= 0.999) ? Wrong(nameof(Level), Level, "0.8..0.999") : null)
        ?? (Resamples is < 100 or > 100_000 ? Wrong(nameof(Resamples), Resamples, "100..100000") : null)
        ?? (MinCases is < 2 or > 1_000_000 ? Wrong(nameof(MinCases), MinCases, "2..1000000") : null)
        ?? Share(nameof(KeptCoverage), KeptCoverage)
        ?? Share(nameof(MaxGiniRise), MaxGiniRise)
        ?? Share(nameof(MaxOutOfStockRise), MaxOutOfStockRise)
        ?? Share(nameof(KeptMargin), KeptMargin)
        ?? (!(DriftWarning > 0) || !double.IsFinite(DriftWarning) ? Wrong(nameof(DriftWarning), DriftWarning, "a number above 0") : null)
        ?? (!(DriftHold > DriftWarning) || !double.IsFinite(DriftHold) ? Wrong(nameof(DriftHold), DriftHold, "more than driftWarning") : null);

    private static string? Share(string option, double value) => value is >= 0 and <= 1 ? null : Wrong(option, value, "0..1");

    private static string Wrong(string option, double value, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"gate.{char.ToLowerInvariant(option[0])}{option[1..]} is {value}; expected {expected}.");
}
