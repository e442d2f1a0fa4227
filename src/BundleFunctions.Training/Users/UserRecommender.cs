using BundleFunctions.Baskets;
using BundleFunctions.Scoring;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Users;

/// <summary>Asks a model what each user with enough history may want next. The answer is the same for any number of threads.</summary>
/// <param name="options">Valid options.</param>
/// <param name="threads">1 or more.</param>
public sealed class UserRecommender(UserOptions options, int threads)
{
    // A past of years says little more than the last of it, and costs as much as it is long.
    private const int NewestOrders = 30;
    private const int MostOwned = 200;

    /// <summary>In ordinal order of the users. Products that score no better than chance are left out, so that a list may be short or empty; users
    /// without any are left out as well.</summary>
    /// <param name="all">The orders that <paramref name="baskets"/> were made of, oldest first.</param>
    /// <param name="baskets">The same, encoded; users are numbered in the order of their first one.</param>
    /// <param name="model">Knows the same products.</param>
    public IReadOnlyList<UserRecommendation> Recommend(
        IReadOnlyList<Basket> all, EncodedBaskets baskets, IRecommender model, CancellationToken cancellationToken)
    {
        Pseudonym[] names = [.. all.Select(basket => basket.User).OfType<Pseudonym>().Distinct()];
        var orders = new Dictionary<int, List<int>>();
        for (var row = 0; row < baskets.Rows.Count; row++)
        {
            if (baskets.Users[row] is >= 0 and var user)
            {
                (orders.TryGetValue(user, out var own) ? own : orders[user] = []).Add(row);
            }
        }

        int[] asked =
        [
            .. orders.Where(user => user.Value.Count >= options.MinUserOrders).OrderByDescending(user => user.Value[^1]).Take(options.MaxUsers)
                .Select(user => user.Key).OrderBy(user => names[user]),
        ];
        var answers = new UserRecommendation[asked.Length];
        Parallel.For(
            0,
            asked.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new float[model.Items],
            (i, _, scores) =>
            {
                answers[i] = new UserRecommendation(
                    names[asked[i]], Ask(orders[asked[i]], baskets, model, scores), Owned(orders[asked[i]], baskets));
                return scores;
            },
            _ => { });
        return [.. answers.Where(answer => answer.Products.Count > 0)];
    }

    private static ProductId[] Owned(List<int> orders, EncodedBaskets baskets)
    {
        var owned = Enumerable.Reverse(orders).SelectMany(row => baskets.Rows[row].ToArray()).Distinct().Take(MostOwned);
        return [.. owned.Select(item => baskets.Products[item])];
    }

    private ScoredProduct[] Ask(List<int> orders, EncodedBaskets baskets, IRecommender model, float[] scores)
    {
        int[][] history = [.. orders.TakeLast(NewestOrders).Select(row => baskets.Rows[row].ToArray())];
        int[] items = [.. history.SelectMany(basket => basket).Distinct().Order()];
        model.Score([new Query(items) { History = history }], scores);
        foreach (var row in orders)
        {
            foreach (var bought in baskets.Rows[row])
            {
                scores[bought] = float.NegativeInfinity;
            }
        }

        // The products are in ordinal order, so that ties go to the first of them.
        return
        [
            .. Enumerable.Range(0, scores.Length).Where(item => scores[item] > 0 && float.IsFinite(scores[item]))
                .OrderByDescending(item => scores[item]).ThenBy(item => item).Take(options.ProductsPerUser)
                .Select(item => new ScoredProduct(baskets.Products[item], scores[item])),
        ];
    }
}
