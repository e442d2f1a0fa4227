using BundleFunctions.Associations;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling;

/// <summary>Puts merchandisers' pins among an anchor's bundles.</summary>
/// <remarks>A pin that the orders bear out keeps their evidence. One that they do not has counts of 0 for the whole bundle, by which
/// serving knows that nothing but the pin speaks for it: it goes when the pin ends.</remarks>
internal sealed class PinnedBundles(BundleConstraints constraints)
{
    // The least score that is written as more than 0.
    private const double LeastScore = 1e-6;

    /// <summary>The learned bundles with the anchor's pins before them; what begins later stands in its place and waits.</summary>
    public List<BundleDraft> Merge(
        ProductAssociations associations, List<BundleDraft> learned, Func<ProductId, Product?> catalogue, int totalOrders, DateTimeOffset now)
    {
        var pinned = new List<BundleDraft>();
        var waiting = new List<BundleDraft>();
        foreach (var pin in constraints.Options.Pins.Where(pin => pin.Products[0] == associations.Product && !(pin.To <= now)))
        {
            if (Draft(pin, associations, catalogue, totalOrders, now) is not { } draft)
            {
                continue;
            }

            var known = learned.FindIndex(found => found.BundleId == draft.BundleId);
            if (!pin.HoldsAt(now))
            {
                waiting.AddRange(known < 0 ? [draft] : []);
            }
            else if (known < 0)
            {
                pinned.Add(draft);
            }
            else
            {
                pinned.Add(learned[known]);
                learned.RemoveAt(known);
            }
        }

        if (pinned.Count == 0 && waiting.Count == 0)
        {
            return learned;
        }

        var best = learned.Concat(pinned).Select(draft => draft.Score).DefaultIfEmpty(LeastScore).Max();
        return [.. pinned.Select(draft => draft with { Score = best }), .. learned, .. waiting.Select(draft => draft with { Score = LeastScore })];
    }

    private BundleDraft? Draft(
        BundlePin pin, ProductAssociations associations, Func<ProductId, Product?> catalogue, int totalOrders, DateTimeOffset now)
    {
        var items = new List<BundleItem>();
        var lines = new List<BundleLine>();
        for (var i = 0; i < pin.Products.Count; i++)
        {
            if (catalogue(pin.Products[i]) is not { } product)
            {
                return null;
            }

            items.Add(new BundleItem(product.ProductId, i == 0 ? ItemRole.Anchor : ItemRole.Complement, pin.QuantityOf(i)));
            lines.Add(new BundleLine(product, pin.QuantityOf(i)));
        }

        var name = BundleNaming.NameOf(items.Select(item => (item.ProductId, item.Quantity)));
        return constraints.Allow(lines, now)
            ? new BundleDraft(name, LeastScore, items, lines, new Evidence(0, associations.Orders, 0, totalOrders))
            : null;
    }
}
