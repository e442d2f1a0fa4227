using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Bundling.WhyNot;

/// <summary>Says why a product is, or is not, in a bundle of an anchor: the same gates that built the bundles, asked about one pair.</summary>
/// <param name="options">The shop's options.</param>
/// <param name="priceFault">Why a draft cannot be priced, in words, or null; where it is not given, prices are not asked.</param>
public sealed class WhyNotExplainer(BundlingOptions options, Func<BundleDraft, string?>? priceFault = null)
{
    private readonly BundleConstraints _constraints = new(options.Constraints);

    /// <param name="anchor">The product whose bundles are asked for.</param>
    /// <param name="other">The product that is missed among them.</param>
    /// <param name="associations">The anchor's line of the model; null where the model has none.</param>
    /// <param name="catalogue">Finds a product; null where the shop has none of that id.</param>
    /// <param name="totalOrders">Orders that the model counted.</param>
    /// <param name="now">When the products must be available.</param>
    public WhyNotAnswer Explain(
        ProductId anchor,
        ProductId other,
        ProductAssociations? associations,
        Func<ProductId, Product?> catalogue,
        int totalOrders,
        DateTimeOffset now)
    {
        if (catalogue(anchor) is not { } anchorProduct || catalogue(other) is not { } otherProduct)
        {
            return Stop(BundleGate.Catalogue, $"The catalogue does not know {(catalogue(anchor) is null ? anchor : other)}.");
        }

        var lines = new[] { new BundleLine(anchorProduct, 1), new BundleLine(otherProduct, 1) };
        if (associations?.Neighbours.FirstOrDefault(found => found.Product == other) is not { } neighbour)
        {
            // What no count speaks for may be forbidden as well, which is the better thing to know.
            return _constraints.FindFirst(lines, now) is { } forbidden ? Stop(BundleGate.Constraints, Text(forbidden))
                : Stop(
                    BundleGate.Counting,
                    associations is null ? $"No order holds {anchor}."
                        : $"{other} is not among the {associations.Neighbours.Count} products that are bought with {anchor} most surely more often than by chance.",
                    ("anchorOrders", associations?.Orders ?? 0),
                    ("neighbours", associations?.Neighbours.Count ?? 0));
        }

        return Explain(anchorProduct, neighbour, associations, catalogue, totalOrders, now);
    }

    private WhyNotAnswer Explain(
        Product anchor,
        Neighbour neighbour,
        ProductAssociations associations,
        Func<ProductId, Product?> catalogue,
        int totalOrders,
        DateTimeOffset now)
    {
        var drafts = new BundleBuilder(options).Build(associations, catalogue, totalOrders, now);
        if (drafts.FirstOrDefault(found => found.Items.Any(item => item.ProductId == neighbour.Product)) is { } draft)
        {
            return priceFault?.Invoke(draft) is { } fault
                ? Stop(BundleGate.Pricing, fault) with { Bundle = draft.BundleId }
                : Stop(BundleGate.Passed, $"It is in bundle {draft.BundleId}.", ("score", draft.Score)) with { Bundle = draft.BundleId };
        }

        var evidence = new Evidence(neighbour.Together, associations.Orders, neighbour.Orders, totalOrders);
        var (candidate, gate) = new CandidateFinder(associations, catalogue, options, _constraints, totalOrders, now)
            .Examine(anchor, [neighbour.Product], neighbour.Together, neighbour.Orders);
        var culture = CultureInfo.InvariantCulture;
        return gate switch
        {
            BundleGate.Orders => Stop(
                gate,
                $"{evidence.Orders} orders hold both; expected {options.MinOrders} or more.",
                ("orders", evidence.Orders),
                ("minOrders", options.MinOrders)),
            BundleGate.Lift => Stop(
                gate,
                string.Create(culture, $"The lift is {evidence.Lift:0.00}, surely no less than {evidence.Lift95.Low:0.00}; expected surely more than 1."),
                ("lift", evidence.Lift),
                ("lift95Low", evidence.Lift95.Low)),
            BundleGate.Relation => Stop(
                gate,
                string.Create(
                    culture,
                    $"It replaces the anchor with probability {neighbour.Relation!.Substitute + neighbour.Relation.Variant:0.00}; at most {options.MaxReplacement:0.00} may be."),
                ("substitute", neighbour.Relation.Substitute),
                ("variant", neighbour.Relation.Variant)),
            BundleGate.Value => Stop(
                gate,
                string.Create(
                    culture,
                    $"At least {WilsonInterval.LowerBound(evidence.Orders, evidence.AnchorOrders):0.000} of the anchor's orders hold it, and {(double)neighbour.Orders / totalOrders:0.000} of all orders do: it adds nothing."),
                ("confidenceLow", WilsonInterval.LowerBound(evidence.Orders, evidence.AnchorOrders)),
                ("popularity", (double)neighbour.Orders / totalOrders)),
            BundleGate.Constraints => Stop(gate, Text(_constraints.FindFirst(
                [new(anchor, 1), new(catalogue(neighbour.Product)!, neighbour.Quantity ?? 1)], now)!)),
            _ when drafts.Count == 0 => Stop(BundleGate.Catalogue, $"{anchor.ProductId} itself cannot be sold now."),
            _ => Stop(
                BundleGate.Selection,
                string.Create(culture, $"Its value is {candidate?.Value ?? 0:0.0000}; the {drafts.Count} bundles chosen before are better, and at most {options.BundlesPerAnchor} are kept."),
                ("value", candidate?.Value ?? 0),
                ("leastScore", drafts[^1].Score),
                ("kept", drafts.Count)) with
            {
                Bundle = drafts[^1].BundleId,
            },
        };
    }

    private static string Text(ConstraintViolation violation) => $"{violation.Code}: {violation.Product}: {violation.Detail}";

    private static WhyNotAnswer Stop(BundleGate gate, string detail, params (string Name, double Value)[] figures)
    {
        var sorted = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in figures)
        {
            sorted.Add(name, value);
        }

        return new WhyNotAnswer(gate, detail, sorted);
    }
}
