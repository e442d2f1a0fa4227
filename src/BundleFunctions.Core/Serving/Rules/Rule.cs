using System.Globalization;

namespace BundleFunctions.Serving.Rules;

/// <summary>A merchandiser's rule over the bundles of answers.</summary>
public sealed record Rule
{
    public required RuleId Id { get; init; }

    public required RuleAction Action { get; init; }

    /// <summary>Which bundles; every one where nothing is given.</summary>
    public RuleCondition When { get; init => field = value ?? new(); } = new();

    /// <summary>In which answers; in all of them where nothing is given.</summary>
    public RuleScope Context { get; init => field = value ?? new(); } = new();

    /// <summary>Among pins the higher one stands first; -1000..1000.</summary>
    public int Priority { get; init; }

    /// <summary>What a boost multiplies the score by, above 0 and 100 or less; below 1 it buries. Only for boosts.</summary>
    public double? Factor { get; init; }

    /// <summary>From when it works; null for always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>From when on it does not work any more; null for never.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether it is switched off, and kept for later.</summary>
    public bool Paused { get; init; }

    /// <summary>Why, for the shop's own people; 500 characters or less.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it works in an answer.</summary>
    public bool WorksIn(AnswerContext context) => !Paused && !(From > context.At) && !(To <= context.At) && Context.Holds(context);

    /// <summary>What is wrong with the rule, in words; null where it is well.</summary>
    public string? Validate()
    {
        var fault = Id.Value.Length == 0 ? "it has no id."
            : !Enum.IsDefined(Action) ? "its action is unknown."
            : Priority is < -1000 or > 1000 ? string.Create(CultureInfo.InvariantCulture, $"priority is {Priority}; expected -1000..1000.")
            : Action == RuleAction.Boost && Factor is not (> 0 and <= 100) ? string.Create(CultureInfo.InvariantCulture, $"factor is {Factor?.ToString(CultureInfo.InvariantCulture) ?? "absent"}; expected more than 0 and 100 or less.")
            : Action != RuleAction.Boost && Factor is not null ? "only a boost has a factor."
            : From >= To ? $"it ends at {To:O}, before it begins."
            : Note?.Length > 500 ? "its note is longer than 500 characters."
            : When.Validate() ?? Context.Validate();
        return fault is null ? null : $"rule '{Id}': {fault}";
    }
}
