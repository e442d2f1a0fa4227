namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>How often a user buys an item, older purchases counting less: TIFU's personalised item frequency.</summary>
internal static class PersonalFrequency
{
    /// <summary>
    /// Baskets stand in groups of m, the oldest group taking what is left over. With G groups, a group of s baskets:
    /// <c>v = 1/G sum_g r_g^(G-g) 1/s sum_b r_b^(s-b) [i in basket b of g]</c>. Hu et al., SIGIR 2020, formulas 1 and 2.
    /// </summary>
    public static void AddTo(ItemVector sums, int[][] baskets, TifuKnnOptions options)
    {
        var groups = (baskets.Length + options.GroupSize - 1) / options.GroupSize;
        var end = baskets.Length;
        var groupWeight = 1.0 / Math.Max(groups, 1);
        while (end > 0)
        {
            var size = Math.Min(options.GroupSize, end);
            var weight = groupWeight / size;
            for (var basket = end - 1; basket >= end - size; basket--)
            {
                sums.Add(baskets[basket], (float)weight);
                weight *= options.BasketDecay;
            }

            end -= size;
            groupWeight *= options.GroupDecay;
        }
    }
}
