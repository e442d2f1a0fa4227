using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Serving.Rules;

/// <summary>Which bundles a rule is about: everything that is given must hold; nothing given is every bundle. Conditions on products are in
/// the language of <see cref="ProductFilter"/>, with <c>margin</c> besides.</summary>
public sealed record RuleCondition
{
    /// <summary>Bundles by name; a bundle has one name in every generation.</summary>
    public IReadOnlyList<BundleId> BundleIds { get; init => field = value ?? []; } = [];

    /// <summary>What the anchor must be.</summary>
    public string? Anchor { get; init; }

    /// <summary>What at least one product must be.</summary>
    public string? AnyProduct { get; init; }

    /// <summary>What every product must be.</summary>
    public string? EveryProduct { get; init; }

    /// <summary>What no product may be.</summary>
    public string? NoProduct { get; init; }

    /// <summary>What is wrong with the condition, in words; null where it is well.</summary>
    public string? Validate() =>
        BundleIds.Count > RuleSet.MaxEntries ? $"when.bundleIds has {BundleIds.Count} entries; expected {RuleSet.MaxEntries} or less."
        : Validate("anchor", Anchor) ?? Validate("anyProduct", AnyProduct) ?? Validate("everyProduct", EveryProduct) ?? Validate("noProduct", NoProduct);

    private static string? Validate(string name, string? text) =>
        text is null ? null
        : text.Length > AnswerRefinement.MaxFilterLength ? $"when.{name} has {text.Length} characters; expected {AnswerRefinement.MaxFilterLength} or less."
        : ProductFilter.TryParseForMerchant(text, out _) is { } fault ? $"when.{name}: {fault}"
        : null;
}
