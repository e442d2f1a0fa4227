using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Contests;

/// <summary>Older orders to learn from, then orders to choose a model by, then orders to judge the chosen one by: the future is never
/// used to predict the past, and the judge has never seen what chose.</summary>
/// <param name="Validation">Chooses: learns from the oldest orders, asks for a product hidden in each of those that follow.</param>
/// <param name="Test">Judges: learns from all but the newest orders, asks likewise for those.</param>
public sealed record OrderSplit(RankingTask Validation, RankingTask Test)
{
    /// <param name="baskets">All orders, oldest first.</param>
    /// <param name="content">What the catalogue says of their products; may be empty.</param>
    public static OrderSplit Of(EncodedBaskets baskets, IReadOnlyList<ItemContent> content, TrainingOptions options)
    {
        var tested = (int)Math.Floor(baskets.Rows.Count * options.TestShare);
        var end = baskets.Rows.Count - tested;
        var start = end - tested;
        return new OrderSplit(
            Task("validation", baskets, content, start, end, options), Task("test", baskets, content, end, baskets.Rows.Count, options));
    }

    /// <summary>All orders, to learn what is served.</summary>
    public static TrainingData Everything(EncodedBaskets baskets, IReadOnlyList<ItemContent> content) => Data(baskets, content, baskets.Rows.Count);

    private static RankingTask Task(
        string name, EncodedBaskets baskets, IReadOnlyList<ItemContent> content, int from, int to, TrainingOptions options)
    {
        var train = Data(baskets, content, from);
        var popularity = ItemPopularity.Count(train.Rows);
        int[] eligible = [.. Enumerable.Range(from, to - from).Where(row => baskets.Rows[row].Length >= 2)];
        var count = Math.Min(eligible.Length, options.MaxTestOrders);
        var cases = new RankingCase[count];
        var segments = new IReadOnlyList<string>[count];
        var tail = TailThreshold(popularity);
        for (var i = 0; i < count; i++)
        {
            var row = eligible[(int)((long)i * eligible.Length / count)];
            var (hidden, context) = HiddenProduct.Of(baskets, row, options.Seed);
            cases[i] = new RankingCase(new Query(context) { Moment = baskets.Moments[row].ToUnixTimeSeconds() }, [hidden]);
            segments[i] =
            [
                popularity[hidden] == 0 ? "cold product" : popularity[hidden] <= tail ? "tail product" : "popular product",
                context.Length == 1 ? "one product known" : "more products known",
            ];
        }

        // What no order has held before is not ranked: nothing could have recommended it.
        return new RankingTask(name, train, cases) { Candidates = [.. popularity.Select(orders => orders > 0)], Segments = segments };
    }

    private static TrainingData Data(EncodedBaskets baskets, IReadOnlyList<ItemContent> content, int rows) =>
        new(SparseMatrix.OfSets(baskets.Rows.Slice(0, rows)))
        {
            Moments = [.. baskets.Moments.Take(rows).Select(moment => moment.ToUnixTimeSeconds())],
            Content = content,
        };

    // The least popular products that together make a fifth of what is bought.
    private static int TailThreshold(int[] popularity)
    {
        int[] ascending = [.. popularity.Where(orders => orders > 0).Order()];
        var fifth = ascending.Sum(orders => (long)orders) / 5;
        var sum = 0L;
        foreach (var orders in ascending)
        {
            sum += orders;
            if (sum > fifth)
            {
                return orders;
            }
        }

        return 0;
    }
}
