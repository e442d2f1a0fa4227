namespace BundleFunctions.Experiments;

/// <summary>An A/B/n experiment over models, rules and discounts.</summary>
/// <param name="Id">1..18 of a-z, 0-9 and inner hyphens; salts the assignment.</param>
/// <param name="Variants">2..10; the first is the control and changes nothing.</param>
/// <param name="StartAt">From when visitors are assigned.</param>
/// <param name="EndAt">Until when; null where it runs until it is ended.</param>
/// <param name="Layer">Experiments of one layer share its visitors out, so that nobody is in two of them; those of different layers are
/// independent. 1..18 of a-z, 0-9 and inner hyphens.</param>
/// <param name="From">Where its part of the layer begins, 0..1.</param>
/// <param name="Share">How large its part is, above 0; From + Share is at most 1.</param>
/// <param name="Pages">The pages that it touches; null for all.</param>
/// <param name="Metric">What it is judged by.</param>
/// <param name="MinimumEffect">The least difference worth finding, as a share of the control's mean, above 0: sets the sample size, and what the
/// sequential test is sharpest for.</param>
/// <param name="Guardrails">What stops a variant.</param>
/// <param name="Interleaved">Whether each visitor sees the rankings of both variants mixed: finds the better of two rankings with far fewer visitors, and
/// says nothing of what they are worth. Two variants, the second with <see cref="ExperimentVariant.Rules"/> and nothing else.</param>
public sealed record ExperimentDefinition(
    string Id,
    IReadOnlyList<ExperimentVariant> Variants,
    DateTimeOffset StartAt,
    DateTimeOffset? EndAt = null,
    string Layer = "main",
    double From = 0,
    double Share = 1,
    IReadOnlyList<string>? Pages = null,
    ExperimentMetric Metric = ExperimentMetric.Margin,
    double MinimumEffect = 0.05,
    IReadOnlyList<Guardrail>? Guardrails = null,
    bool Interleaved = false)
{
    /// <summary>Whether visitors are assigned at that moment.</summary>
    public bool IsRunning(DateTimeOffset at) => StartAt <= at && !(EndAt <= at);

    public bool Touches(string page) => Pages is null || Pages.Contains(page, StringComparer.Ordinal);

    /// <summary>Whether two definitions assign alike, so that one may take the other's place while it runs. Ends, stops, guardrails and what it is
    /// judged by may change.</summary>
    internal bool AssignsLike(ExperimentDefinition other) =>
        string.Equals(Layer, other.Layer, StringComparison.Ordinal) && From.Equals(other.From) && Share.Equals(other.Share) && StartAt == other.StartAt
        && Interleaved == other.Interleaved
        && (Pages ?? []).SequenceEqual(other.Pages ?? [], StringComparer.Ordinal)
        && Variants.Select(Lasting).SequenceEqual(other.Variants.Select(Lasting));

    private static (string Id, int Weight, GenerationId? Generation, string Rules, double? Share) Lasting(ExperimentVariant variant) =>
        (variant.Id, variant.Weight, variant.Generation, string.Join('\n', variant.Rules ?? []), variant.DiscountShare);
}
