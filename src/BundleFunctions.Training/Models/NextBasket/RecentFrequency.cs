namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>How often items stand in a user's last baskets.</summary>
internal static class RecentFrequency
{
    /// <summary><c>pi(i) = sum over the last min(r, n) baskets of decay^age [i in basket] / min(r, n)</c>; with decay 1 the user-wise
    /// popularity of UP-CF.</summary>
    public static void AddTo(ItemVector sums, int[][] baskets, int window, double decay)
    {
        var counted = Math.Min(window, baskets.Length);
        var weight = 1.0 / Math.Max(counted, 1);
        for (var age = 0; age < counted; age++)
        {
            sums.Add(baskets[^(age + 1)], (float)weight);
            weight *= decay;
        }
    }
}
