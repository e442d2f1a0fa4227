namespace BundleFunctions.Experiments;

/// <summary>One of the ways that an experiment compares. What a variant does not name stays as it is for everybody.</summary>
/// <param name="Id">1..8 of a-z, 0-9 and inner hyphens.</param>
/// <param name="Weight">Its part of the experiment's visitors, in proportion to the other weights; 1..1000.</param>
/// <param name="Generation">The published generation that answers instead of the current one.</param>
/// <param name="Rules">Rules, by name, that are in force for this variant only.</param>
/// <param name="DiscountShare">Share of the published discounts that is given, 0..1: never a price below what was published.</param>
/// <param name="Stopped">Why it was stopped; its visitors get the control from then on. Null while it runs.</param>
public sealed record ExperimentVariant(
    string Id,
    int Weight = 1,
    GenerationId? Generation = null,
    IReadOnlyList<string>? Rules = null,
    double? DiscountShare = null,
    string? Stopped = null);
