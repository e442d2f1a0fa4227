namespace BundleFunctions.Serving;

/// <summary>Puts offers into another order, by the asker's wishes for price and diversity.</summary>
internal static class OfferOrder
{
    /// <summary>Greedily the best by score x (offer / median offer)^priceLevel x (1 - diversity x overlap), the overlap being the greatest share
    /// of the bundle's products, those asked for aside, that a better one of the answer holds (after maximal marginal relevance, Carbonell and
    /// Goldstein 1998). What is pinned stays before all else, in its order.</summary>
    public static List<PickedOffer> Arrange(List<PickedOffer> picked, AnswerRefinement wishes, IReadOnlyList<ProductId> asked)
    {
        var arranged = picked.Where(pick => pick.Candidate.IsPinned).ToList();
        var left = picked.Where(pick => !pick.Candidate.IsPinned).ToList();
        var median = (double)left.Select(pick => pick.Offer.Price.Offer).Order().ElementAtOrDefault(left.Count / 2);
        var worth = left.ToDictionary(pick => pick, pick => WorthOf(pick, median, wishes.PriceLevel));
        var added = picked.ToDictionary(
            pick => pick, pick => pick.Offer.Items.Select(item => item.ProductId).Where(product => !asked.Contains(product)).ToHashSet());
        while (left.Count > 0)
        {
            // The first of equals: the order given counts.
            var best = left.MaxBy(pick => worth[pick] * (1 - (wishes.Diversity * Overlap(pick))))!;
            left.Remove(best);
            arranged.Add(best);
        }

        return arranged;

        double Overlap(PickedOffer pick) => wishes.Diversity == 0 || added[pick].Count == 0 ? 0
            : arranged.Select(better => (double)added[pick].Count(added[better].Contains) / added[pick].Count).DefaultIfEmpty(0).Max();
    }

    private static double WorthOf(PickedOffer pick, double median, double level) =>
        level == 0 || median <= 0 ? pick.Candidate.Score : pick.Candidate.Score * Math.Pow((double)pick.Offer.Price.Offer / median, level);
}
