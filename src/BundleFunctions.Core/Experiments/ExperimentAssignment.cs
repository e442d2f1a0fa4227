using BundleFunctions.Feedback;

namespace BundleFunctions.Experiments;

/// <summary>What experiments make of one question.</summary>
/// <param name="IsHeldOut">The visitor is to be shown no bundles.</param>
/// <param name="Arms">The variants that the visitor is in, by layer.</param>
public sealed record ExperimentAssignment(bool IsHeldOut, IReadOnlyList<ExperimentArm> Arms)
{
    /// <summary>No experiment: what everybody gets.</summary>
    public static ExperimentAssignment None { get; } = new(IsHeldOut: false, []);

    /// <summary>Held out of everything.</summary>
    public static ExperimentAssignment HeldOut { get; } = new(IsHeldOut: true, []);

    /// <summary>The answer's <c>variant</c>, and what stands in its recommendation id.</summary>
    public string Label { get; } = IsHeldOut ? RecommendationStamp.Holdout
        : Arms.Count == 0 ? RecommendationStamp.Champion
        : string.Join('+', Arms.Select(arm => arm.Experiment.Interleaved ? TeamCode.ArmOf(arm.Experiment.Id) : $"{arm.Experiment.Id}:{arm.Variant.Id}"));

    /// <summary>The two rankings that the visitor compares; null where there is one.</summary>
    public Interleaving? Interleaving => Arms.Where(arm => arm.Experiment is { Interleaved: true, Variants: [_, { Stopped: null, Rules: not null }] })
        .Select(arm => new Interleaving(arm.Experiment.Id, arm.Experiment.Variants[1].Rules!)).FirstOrDefault();

    /// <summary>The generation that answers; null for the current one.</summary>
    public GenerationId? Generation => Arms.Select(arm => arm.Serves.Generation).FirstOrDefault(generation => generation is not null);

    /// <summary>Rules that are in force besides those for everybody.</summary>
    public IEnumerable<string> Rules => Arms.Where(arm => !arm.Experiment.Interleaved).SelectMany(arm => arm.Serves.Rules ?? []);

    /// <summary>Share of the published discounts that is given; null where no variant says.</summary>
    public double? DiscountShare => Arms.Select(arm => arm.Serves.DiscountShare).FirstOrDefault(share => share is not null);
}
