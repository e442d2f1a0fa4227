using BundleFunctions.Associations;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling;

/// <summary>Builds the bundles of one anchor from what is bought with it.</summary>
/// <remarks>Gates: enough orders, the 95 % interval of the lift above 1, every item worth its place (<see cref="BundleValue"/>), no
/// substitute or variant of the anchor by relation, and the shop's constraints (<see cref="BundleConstraints"/>). Then greedily the best by value, less <see cref="BundlingOptions.OverlapPenalty"/> for
/// what it shares with those chosen before; never a part of one chosen before. Pins of merchandisers stand first.</remarks>
public sealed class BundleBuilder(BundlingOptions options)
{
    private readonly BundleConstraints _constraints = new(options.Constraints);

    /// <summary>The anchor's bundles, best first; none where the anchor is unknown to the catalogue or cannot be sold.</summary>
    /// <param name="associations">What is bought with the anchor.</param>
    /// <param name="catalogue">Finds a product; null where the shop has none of that id.</param>
    /// <param name="totalOrders">Orders that the model counted.</param>
    /// <param name="now">When the products must be available.</param>
    public IReadOnlyList<BundleDraft> Build(
        ProductAssociations associations, Func<ProductId, Product?> catalogue, int totalOrders, DateTimeOffset now)
    {
        if (catalogue(associations.Product) is not { } anchor || !anchor.IsAvailable(now))
        {
            return [];
        }

        var finder = new CandidateFinder(associations, catalogue, options, _constraints, totalOrders, now);
        var candidates = totalOrders > 0 ? finder.Find(anchor) : [];
        var drafts = new List<BundleDraft>();
        while (drafts.Count < options.BundlesPerAnchor && TakeBest(candidates) is var (best, score))
        {
            drafts.Add(Draft(anchor, best, score));
        }

        return _constraints.Options.Pins.Count == 0 ? drafts
            : new PinnedBundles(_constraints).Merge(associations, drafts, catalogue, totalOrders, now);
    }

    private (BundleCandidate Best, double Score)? TakeBest(List<BundleCandidate> candidates)
    {
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < candidates.Count && candidates[i].Value > bestScore; i++)
        {
            var score = candidates[i].Value * (1 - (options.OverlapPenalty * candidates[i].Overlap));
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        // Below the sixth decimal a score would be written as 0.
        if (best < 0 || bestScore < 1e-6)
        {
            return null;
        }

        var taken = candidates[best];
        candidates.RemoveAll(candidate => candidate.IsCoveredBy(taken));
        return (taken, bestScore);
    }

    private BundleDraft Draft(Product anchor, BundleCandidate candidate, double score)
    {
        var items = new List<BundleItem> { new(anchor.ProductId, ItemRole.Anchor, 1) };
        var lines = new List<BundleLine> { new(anchor, 1) };
        foreach (var line in candidate.Rest.OrderBy(line => RoleOf(line.Product, anchor)))
        {
            items.Add(new BundleItem(line.Product.ProductId, RoleOf(line.Product, anchor), line.Quantity));
            lines.Add(line);
        }

        var name = BundleNaming.NameOf(items.Select(item => (item.ProductId, item.Quantity)));
        return new BundleDraft(name, Math.Round(score, 6), items, lines, candidate.Evidence);
    }

    private ItemRole RoleOf(Product product, Product anchor) =>
        product.Price < options.AddOnPriceShare * anchor.Price ? ItemRole.AddOn : ItemRole.Complement;
}
