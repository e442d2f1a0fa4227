namespace BundleFunctions.Serving.Rules;

/// <summary>A shop's rules as it states them.</summary>
public sealed record RuleSet
{
    /// <summary>Most rules of a shop.</summary>
    public const int MaxRules = 500;

    /// <summary>Most entries of a list of a rule.</summary>
    public const int MaxEntries = 200;

    /// <summary>Each id once, in any order.</summary>
    public IReadOnlyList<Rule> Rules { get; init => field = value ?? []; } = [];

    /// <summary>Whether bundles that hold what the asker is known to own already are left out, but for those of the question itself.</summary>
    public bool ExcludeOwned { get; init; }

    /// <summary>The first thing that is wrong, in words; null where all is well.</summary>
    public string? Validate() =>
        Rules.Count > MaxRules ? $"there are {Rules.Count} rules; expected {MaxRules} or less."
        : Rules.Any(rule => rule is null) ? "a rule is null."
        : Rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"rule '{twice.Key}' is there twice."
        : Rules.Select(rule => rule.Validate()).FirstOrDefault(fault => fault is not null);
}
