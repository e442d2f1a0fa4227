using System.Globalization;

namespace BundleFunctions.Training.Models.Rules;

/// <summary>Which association rules are found, and how they recommend.</summary>
public sealed record RuleOptions
{
    /// <summary>Rows that must hold all items of a rule, 1 or more.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>Least confidence, 0..1.</summary>
    public double MinConfidence { get; init; } = 0.05;

    /// <summary>Most items of a rule, both sides together, 2..10.</summary>
    public int MaxLength { get; init; } = 3;

    /// <summary>Most frequent sets, 1,000 or more; where there are more, the least count is doubled until there are not.</summary>
    public int MaxSets { get; init; } = 1_000_000;

    /// <summary>What scores.</summary>
    public RuleMeasure Measure { get; init; } = RuleMeasure.Confidence;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MinCount < 1 ? $"rules.minCount is {MinCount}; expected 1 or more."
        : MinConfidence is not (>= 0 and <= 1) ? $"rules.minConfidence is {MinConfidence.ToString(CultureInfo.InvariantCulture)}; expected 0..1."
        : MaxLength is < 2 or > 10 ? $"rules.maxLength is {MaxLength}; expected 2..10."
        : MaxSets < 1000 ? $"rules.maxSets is {MaxSets}; expected 1000 or more."
        : !Enum.IsDefined(Measure) ? $"rules.measure is {(int)Measure}; expected one of {string.Join(", ", Enum.GetNames<RuleMeasure>())}."
        : null;

    /// <summary>Everything that the rules depend on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"minCount={MinCount} minConfidence={MinConfidence:R} maxLength={MaxLength} maxSets={MaxSets} measure={Measure}");
}
