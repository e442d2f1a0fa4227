using BundleFunctions.Publishing;
using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Serving.Rules;

/// <summary>A rule with its conditions read.</summary>
public sealed class WorkingRule
{
    private readonly ProductFilter? _anchor;
    private readonly ProductFilter? _any;
    private readonly ProductFilter? _every;
    private readonly ProductFilter? _none;

    /// <param name="rule">A valid rule.</param>
    internal WorkingRule(Rule rule)
    {
        Rule = rule;
        (_anchor, _any, _every, _none) = (Read(rule.When.Anchor), Read(rule.When.AnyProduct), Read(rule.When.EveryProduct), Read(rule.When.NoProduct));
    }

    /// <summary>The rule as the shop states it.</summary>
    public Rule Rule { get; }

    /// <summary>Whether the condition looks at products, and not at the bundle's name alone.</summary>
    internal bool AsksForProducts => (_anchor ?? _any ?? _every ?? _none) is not null;

    /// <summary>Whether the rule's condition holds for a bundle. Where it asks for products and one of them is not known, it does not.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="products">Its products as they are now, in its order, null where one is not known; not looked at unless
    /// <see cref="AsksForProducts"/>.</param>
    internal bool Holds(PublishedBundle bundle, ReadOnlySpan<Product?> products)
    {
        if (Rule.When.BundleIds.Count > 0 && !Rule.When.BundleIds.Contains(bundle.BundleId))
        {
            return false;
        }

        if (!AsksForProducts)
        {
            return true;
        }

        var any = _any is null;
        for (var i = 0; i < products.Length; i++)
        {
            if (products[i] is not { } product
                || (i == 0 && _anchor?.Holds(product) == false)
                || _every?.Holds(product) == false
                || _none?.Holds(product) == true)
            {
                return false;
            }

            any = any || _any!.Holds(product);
        }

        return any;
    }

    private static ProductFilter? Read(string? text)
    {
        ProductFilter? filter = null;
        return text is not null && ProductFilter.TryParseForMerchant(text, out filter) is { } fault ? throw new ArgumentException(fault, nameof(text)) : filter;
    }
}
