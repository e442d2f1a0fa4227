using BundleFunctions.Offers;

namespace BundleFunctions.Serving;

/// <summary>Chooses among candidates what is offered: what can be sold, what the asker asked for, each addition once.</summary>
/// <param name="question">The question.</param>
/// <param name="set">Where the candidates are from.</param>
/// <param name="discountShare">Share of the published discounts that is given, 0..1.</param>
internal sealed class OfferPicker(AnswerQuestion question, CandidateSet set, double discountShare)
{
    private readonly OfferMaker _maker = new(question, set, discountShare);
    private readonly IReadOnlySet<ProductId>? _cart = question.Context.Page is AnswerPages.Cart ? question.Context.Products.ToHashSet() : question.Context.Cart;
    private readonly AnswerRefinement? _wishes = question.Query.Refinement;

    /// <summary>The offers of one page, and whether there are more.</summary>
    /// <param name="candidates">Best first.</param>
    public (List<BundleOffer> Offers, bool More) Pick(IReadOnlyList<Candidate> candidates)
    {
        var skip = _wishes?.Cursor?.Offset ?? 0;
        var reorders = _wishes is { Diversity: > 0 } or { PriceLevel: not 0 };
        var wanted = reorders ? int.MaxValue : skip + question.Query.Limit + 1;
        var picked = new List<PickedOffer>(Math.Min(wanted, candidates.Count));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < candidates.Count && picked.Count < wanted; i++)
        {
            if (TryPick(candidates[i], seen) is { } offer)
            {
                picked.Add(new PickedOffer(offer, candidates[i]));
            }
        }

        if (reorders)
        {
            picked = OfferOrder.Arrange(picked, _wishes!, question.Context.Products);
        }

        var offers = picked.Skip(skip).Take(question.Query.Limit).Select(pick => pick.Offer).ToList();
        return (offers, picked.Count > skip + offers.Count);
    }

    private BundleOffer? TryPick(Candidate candidate, HashSet<string> seen)
    {
        var bundle = candidate.Bundle;
        if (bundle.Items.Count > question.Query.MaxItems
            || _wishes?.Shown.Contains(bundle.BundleId) == true
            || (_wishes?.Filter is { } filter && !PassesFilter(bundle.Items, filter)))
        {
            return null;
        }

        string? key = null;
        if (_cart is not null)
        {
            var additions = bundle.Items.Select(item => item.ProductId).Where(product => !_cart.Contains(product)).Order().ToArray();
            key = string.Join('\n', additions.Select(product => product.Value));
            if (additions.Length == 0 || seen.Contains(key) || !Array.TrueForAll(additions, addition => _maker.MayJoin(addition, _cart)))
            {
                return null;
            }
        }

        // The same bundle may stand in the lists of several products.
        key ??= bundle.BundleId.Value;
        if (seen.Contains(key)
            || _maker.TryMake(candidate, _cart) is not { } offer
            || offer.Price.Offer < _wishes?.MinPrice
            || offer.Price.Offer > _wishes?.MaxPrice)
        {
            return null;
        }

        seen.Add(key);
        return offer;
    }

    // What the catalogue does not know cannot be shown to be what was asked for.
    private bool PassesFilter(IReadOnlyList<BundleItem> items, Filters.ProductFilter filter)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!question.Context.Products.Contains(items[i].ProductId)
                && !(question.View.Live?.Snapshot.Find(items[i].ProductId) is { } product && filter.Holds(product)))
            {
                return false;
            }
        }

        return true;
    }
}
