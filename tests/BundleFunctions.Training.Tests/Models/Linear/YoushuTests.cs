using System.Globalization;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Models.Linear;

/// <summary>Whole bundles recommended to users: EASE over what users bought, with what bundles hold stacked below. The weight of the
/// contents was chosen on a part of the training pairs; what is told here is of pairs that nothing was chosen on.</summary>
public sealed class YoushuTests(ITestOutputHelper output)
{
    private const int Users = 8_039;
    private const int Bundles = 4_771;
    private const int Items = 32_770;

    private static readonly EaseOptions Options = new() { Lambda = 300 };

    [RealDataFact("youshu")]
    public void Train_YoushuWithBundleContents_ReachesTheReference()
    {
        var bought = Read("user_bundle_train.txt", Users);
        var wanted = Read("user_bundle_tune.txt", Users);
        var rows = Checkerboard.Of(bought, Bundles);
        int[] asked = [.. Enumerable.Range(0, Users).Where(user => wanted[user].Except(bought[user]).Any())];
        var task = new RankingTask("youshu", rows, [.. asked.Select(user => new RankingCase(
            new Query(bought[user]) { Row = user }, [.. wanted[user].Except(bought[user])]))]);

        var model = new EaseTrainer(Options).Train(
            [new WeightedRows(rows.Rows, 1), new WeightedRows(Contents(), 100)], Bundles, new TrainingContext(2, 1), CancellationToken.None);

        var answers = Ranker.Rank(model, task, 20, 2, CancellationToken.None);
        var recall = Of(new Recall(20), task, answers);
        var ndcg = Of(new Ndcg(20), task, answers);
        output.WriteLine($"{task.Cases.Count} users; recall@20 {recall}; ndcg@20 {ndcg}");
        recall.Mean.ShouldBeGreaterThan(.255);
        ndcg.Mean.ShouldBeGreaterThan(.128);
    }

    private static Estimate Of(ICaseMetric metric, RankingTask task, RankedCase[] answers) =>
        Estimate.OfEach([answers.Select((answer, i) => metric.Of(task.Cases[i], answer))], new EvaluationOptions())[0]!;

    // A row an item over the bundles that hold it: large bundles say less of each item, and an item that all hold says less of any.
    private static SparseMatrix Contents()
    {
        var held = Read("bundle_item.txt", Bundles);
        var holders = new List<int>[Items];
        for (var item = 0; item < Items; item++)
        {
            holders[item] = [];
        }

        for (var bundle = 0; bundle < Bundles; bundle++)
        {
            foreach (var item in held[bundle])
            {
                holders[item].Add(bundle);
            }
        }

        var offsets = new int[Items + 1];
        for (var item = 0; item < Items; item++)
        {
            offsets[item + 1] = offsets[item] + holders[item].Count;
        }

        int[] columns = [.. holders.SelectMany(list => list)];
        float[] values = [.. holders.SelectMany(list => list.Select(bundle =>
            (float)(1 / (Math.Sqrt(held[bundle].Length) * Math.Pow(list.Count, 0.25)))))];
        return new SparseMatrix(offsets, columns, values, Bundles);
    }

    private static int[][] Read(string file, int rows)
    {
        var sets = Enumerable.Range(0, rows).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var line in File.ReadLines(Path.Combine(RealData.Folder("youshu"), file)))
        {
            var fields = line.Split('\t');
            sets[int.Parse(fields[0], CultureInfo.InvariantCulture)].Add(int.Parse(fields[1], CultureInfo.InvariantCulture));
        }

        return [.. sets.Select(set => set.ToArray())];
    }
}
