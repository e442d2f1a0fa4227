using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Online Retail as a task: baskets before a day train; of each later one an item is hidden and asked for.</summary>
internal static class BasketCompletion
{
    /// <param name="test">First day of the test.</param>
    /// <param name="end">The day after its last.</param>
    public static RankingTask Read(string folder, DateTimeOffset test, DateTimeOffset end)
    {
        var orders = OnlineRetail.Read(folder);
        var train = orders.Where(order => order.At < test).ToArray();
        var numbers = train.SelectMany(order => order.Items).Distinct().Order(StringComparer.Ordinal)
            .Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
        int[] Known(string[] items) => [.. items.Where(numbers.ContainsKey).Select(code => numbers[code]).Order()];

        var random = new PythonRandom(0);
        var cases = new List<RankingCase>();
        foreach (var order in orders.Where(order => order.At >= test && order.At < end).OrderBy(order => order.Invoice, StringComparer.Ordinal))
        {
            if (Known(order.Items) is { Length: >= 2 } items)
            {
                var hidden = items[random.Choice(items.Length)];
                cases.Add(new RankingCase(new Query([.. items.Where(item => item != hidden)]), [hidden]));
            }
        }

        return new RankingTask("online-retail", Checkerboard.Of([.. train.Select(order => Known(order.Items))], numbers.Count), cases);
    }

    /// <summary>Share of the cases whose hidden item is among the best ten.</summary>
    public static double HitRateAt10(RankingTask task, IRecommenderTrainer trainer)
    {
        var model = trainer.Train(task.Train, new TrainingContext(Threads: 2, Seed: 1), CancellationToken.None);
        var ranked = Ranker.Rank(model, task, depth: 0, threads: 2, CancellationToken.None);
        return ranked.Count(answer => answer.Ranks[0] <= 10) / (double)ranked.Length;
    }
}
