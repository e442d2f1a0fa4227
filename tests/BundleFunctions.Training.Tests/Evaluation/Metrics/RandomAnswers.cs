using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation.Metrics;

/// <summary>Random cases of a shop of forty items in five categories, with a model's scores for each.</summary>
internal sealed class RandomAnswers
{
    public const int Items = 40;

    public RandomAnswers(ulong seed, int cases = 60, bool repeatsCount = false)
    {
        var random = new SeededRandom(seed);
        var rows = Enumerable.Range(0, 80).Select(_ => Draw(random, random.NextInt32(0, 7))).ToArray();
        var content = Enumerable.Range(0, Items).Select(item => item % 9 == 8
            ? ItemContent.Unknown with { Price = null }
            : ItemContent.Of($"item {item}", item % 7 == 3 ? [$"c{item % 5}/s{item % 3}", "c0"] : [$"c{item % 5} > s{item % 3}"]) with { Price = 1 + (item * 1.25) });
        Scores = [.. Enumerable.Range(0, cases).Select(_ => Enumerable.Range(0, Items).Select(_ => (float)random.NextNormal()).ToArray())];
        Task = new RankingTask("random", Checkerboard.Of(rows, Items) with { Content = [.. content] }, [.. Enumerable.Range(0, cases).Select(i =>
        {
            var query = Draw(random, random.NextInt32(0, 6));
            return new RankingCase(new Query(query) { Row = i }, [.. Draw(random, random.NextInt32(8, 14)).Where(item => repeatsCount || !query.Contains(item))]);
        })])
        {
            RepeatsCount = repeatsCount,
        };
        Model = new FormulaModel(Items, (query, item) => Scores[query.Row][item]);
        Answers = Ranker.Rank(Model, Task, 20, 1, CancellationToken.None);
    }

    public RankingTask Task { get; }

    public float[][] Scores { get; }

    public FormulaModel Model { get; }

    public RankedCase[] Answers { get; }

    private static int[] Draw(SeededRandom random, int count)
    {
        var all = Enumerable.Range(0, Items).ToArray();
        random.Shuffle<int>(all);
        return [.. all.Take(count).Order()];
    }
}
