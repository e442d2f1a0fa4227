using BundleFunctions.Publishing;

namespace BundleFunctions.Serving.Rules;

/// <summary>Which bundles a rule is about: everything that is given must hold; nothing given is every bundle.</summary>
public sealed record RuleCondition
{
    /// <summary>Bundles by name; a bundle has one name in every generation.</summary>
    public IReadOnlyList<BundleId> BundleIds { get; init => field = value ?? []; } = [];

    /// <summary>What the anchor must be.</summary>
    public ProductCondition? Anchor { get; init; }

    /// <summary>What at least one product must be.</summary>
    public ProductCondition? AnyProduct { get; init; }

    /// <summary>What every product must be.</summary>
    public ProductCondition? EveryProduct { get; init; }

    /// <summary>What no product may be.</summary>
    public ProductCondition? NoProduct { get; init; }

    /// <summary>Whether the condition holds for a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="catalogue">Finds a product as it is now; null where it is not known.</param>
    public bool Holds(PublishedBundle bundle, Func<ProductId, Product?> catalogue) =>
        (BundleIds.Count == 0 || BundleIds.Contains(bundle.BundleId))
        && (Anchor is null || (bundle.Items.Count > 0 && Anchor.Holds(bundle.Items[0].ProductId, catalogue(bundle.Items[0].ProductId))))
        && (AnyProduct is null || Count(AnyProduct, bundle, catalogue) > 0)
        && (EveryProduct is null || Count(EveryProduct, bundle, catalogue) == bundle.Items.Count)
        && (NoProduct is null || Count(NoProduct, bundle, catalogue) == 0);

    /// <summary>What is wrong with the condition, in words; null where it is well.</summary>
    public string? Validate() =>
        BundleIds.Count > ProductCondition.MaxEntries ? $"when.bundleIds has {BundleIds.Count} entries; expected {ProductCondition.MaxEntries} or less."
        : Anchor?.Validate("when.anchor") ?? AnyProduct?.Validate("when.anyProduct")
            ?? EveryProduct?.Validate("when.everyProduct") ?? NoProduct?.Validate("when.noProduct");

    private static int Count(ProductCondition condition, PublishedBundle bundle, Func<ProductId, Product?> catalogue)
    {
        var count = 0;
        for (var i = 0; i < bundle.Items.Count; i++)
        {
            var id = bundle.Items[i].ProductId;
            count += condition.Holds(id, catalogue(id)) ? 1 : 0;
        }

        return count;
    }
}
