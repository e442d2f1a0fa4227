using BundleFunctions.Associations;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling;

/// <summary>Builds the bundles of one anchor from what is bought with it.</summary>
/// <remarks>Gates: enough orders, the 95 % interval of the lift above 1, every item worth its place (<see cref="BundleValue"/>), and the
/// catalogue's rules (<see cref="BundleRules"/>). Then greedily the best by value, less <see cref="BundlingOptions.OverlapPenalty"/> for
/// what it shares with those chosen before; never a part of one chosen before.</remarks>
public sealed class BundleBuilder(BundlingOptions options)
{
    /// <summary>The anchor's bundles, best first; none where the anchor is unknown to the catalogue or cannot be sold.</summary>
    /// <param name="associations">What is bought with the anchor.</param>
    /// <param name="catalogue">Finds a product; null where the shop has none of that id.</param>
    /// <param name="totalOrders">Orders that the model counted.</param>
    /// <param name="now">When the products must be available.</param>
    public IReadOnlyList<BundleDraft> Build(
        ProductAssociations associations, Func<ProductId, Product?> catalogue, int totalOrders, DateTimeOffset now)
    {
        if (totalOrders <= 0 || catalogue(associations.Product) is not { } anchor || !anchor.IsAvailable(now))
        {
            return [];
        }

        var candidates = new CandidateFinder(associations, catalogue, options, totalOrders, now).Find(anchor);
        var drafts = new List<BundleDraft>();
        while (drafts.Count < options.BundlesPerAnchor && TakeBest(candidates) is var (best, score))
        {
            drafts.Add(Draft(anchor, best, score));
        }

        return drafts;
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
        foreach (var product in candidate.Rest.OrderBy(product => RoleOf(product, anchor)))
        {
            items.Add(new BundleItem(product.ProductId, RoleOf(product, anchor), 1));
            lines.Add(new BundleLine(product, 1));
        }

        var name = BundleNaming.NameOf(items.Select(item => (item.ProductId, item.Quantity)));
        return new BundleDraft(name, Math.Round(score, 6), items, lines, candidate.Evidence);
    }

    private ItemRole RoleOf(Product product, Product anchor) =>
        product.Price < options.AddOnPriceShare * anchor.Price ? ItemRole.AddOn : ItemRole.Complement;
}
