using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation.Gate;

/// <summary>Bad models through the whole harness: split, ranking, metrics, gate.</summary>
public sealed class BadModelTests
{
    private const int Items = 40;
    private const int Seeds = 200;

    private static readonly EvaluationOptions Evaluation = new() { Resamples = 100, Threads = 2 };

    public static TheoryData<string> BadModels => ["random", "constant", "inverted", "leaking"];

    [Theory]
    [MemberData(nameof(BadModels))]
    public void Decide_BadModelAgainstCounting_IsNeverPromoted(string bad)
    {
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            var task = Task(seed);
            var counted = CountTogether(task.Train);
            var champion = Judge(task, "counting", new FormulaModel(Items, (query, item) => query.Items.Sum(held => counted[held, item])));
            var challenger = Judge(task, bad, Make(bad, task, counted, seed));
            new PromotionGate(new GateOptions { Resamples = 200 }).Decide(champion, challenger).Verdict.ShouldNotBe(GateVerdict.Promote, $"seed {seed}");
        }
    }

    [Fact]
    public void Decide_CountingAgainstPopularity_IsPromotedOnEverySeed()
    {
        for (var seed = 0UL; seed < Seeds / 4; seed++)
        {
            var task = Task(seed);
            var counted = CountTogether(task.Train);
            var champion = Judge(task, "popularity", new FormulaModel(Items, (_, item) => task.Popularity[item]));
            var challenger = Judge(task, "counting", new FormulaModel(Items, (query, item) => query.Items.Sum(held => counted[held, item])));
            new PromotionGate(new GateOptions { Resamples = 200 }).Decide(champion, challenger).Verdict.ShouldBe(GateVerdict.Promote, $"seed {seed}");
        }
    }

    private static FormulaModel Make(string kind, RankingTask task, float[,] counted, ulong seed)
    {
        if (kind is "leaking")
        {
            // Popularity that has counted the right answers of the test, a hundredfold.
            var popularity = task.Popularity.ToArray();
            foreach (var item in task.Cases.SelectMany(asked => asked.Relevant))
            {
                popularity[item] += 100;
            }

            return new FormulaModel(Items, (_, item) => popularity[item]);
        }

        return kind switch
        {
            "random" => new FormulaModel(Items, (query, item) => SplitMix64.DeriveSeed(seed, "noise", (ulong)((query.Items.Sum() * Items) + item)) % 1_000_003),
            "constant" => new FormulaModel(Items, (_, _) => 1),
            _ => new FormulaModel(Items, (query, item) => -query.Items.Sum(held => counted[held, item])),
        };
    }

    private static GateInput Judge(RankingTask task, string name, IRecommender model) => GateInput.Of(
        new Evaluator(task, new MetricSuite([new Ndcg(10)], [new Coverage(10, task), new ExposureGini(10, task)], 10), Evaluation)
            .Evaluate(name, model, null, CancellationToken.None),
        "ndcg@10",
        10);

    private static RankingTask Task(ulong seed)
    {
        var rows = PlantedPairs.Data(Items, rows: 500, seed).Rows;
        var log = new InteractionLog(rows);
        return SplitTasks.Baskets("planted", log, TimeSplit.Of(log, new SplitShares(0, 0.3)), seed).Test;
    }

    private static float[,] CountTogether(TrainingData data)
    {
        var counted = new float[Items, Items];
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            foreach (var a in data.Rows.ColumnsOf(row))
            {
                foreach (var b in data.Rows.ColumnsOf(row))
                {
                    counted[a, b]++;
                }
            }
        }

        return counted;
    }
}
