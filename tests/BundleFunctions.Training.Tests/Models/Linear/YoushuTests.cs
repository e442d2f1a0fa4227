using System.Globalization;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.UserKnn;
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
        var (kept, held) = Parted(bought);
        var items = ContentsMatch.Normalised(Checkerboard.Of(Read("user_item.txt", Users), Items).Rows);
        var holders = ContentsMatch.Normalised(Checkerboard.Of(Read("bundle_item.txt", Bundles), Items).Rows).Transpose();
        var match = new ContentsMatch(items, holders);

        var validation = Task(kept, held);
        var parts = Parts(validation.Train, match);
        foreach (var (m, k, u) in new[] { (0f, 0f, 0f), (.3f, .3f, 0f), (.6f, .3f, 0f), (.3f, .15f, .15f), (.3f, .3f, .3f), (.3f, .0f, .3f), (.6f, .3f, .3f), (.6f, .0f, .6f) })
        {
            output.WriteLine($"{m} {k} {u}: {Told(validation, Sum(parts, m, k, u))}");
        }

        var weights = BlendFit.Fit(parts, validation, new BlendOptions(), Context, CancellationToken.None);
        output.WriteLine($"fit {Told(validation, new BlendModel(parts, weights, "fit"))} {string.Join(' ', weights.Factors.Select(f => f.ToString("F2")))}");

        var task = Task(bought, Read("user_bundle_tune.txt", Users));
        parts = Parts(task.Train, match);
        output.WriteLine($"tune fit {Told(task, new BlendModel(parts, weights, "fit"))}");
        foreach (var (m, k, u) in new[] { (0f, 0f, 0f), (.3f, .3f, 0f), (.3f, .3f, .3f) })
        {
            output.WriteLine($"tune {m} {k} {u}: {Told(task, Sum(parts, m, k, u))}");
        }

        output.WriteLine(System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.ToString());
    }

    private static readonly TrainingContext Context = new(2, 1);

    private static ScaledSum Sum(IRecommender[] parts, float m, float k, float u) => new((parts[0], 1), (parts[1], m), (parts[2], k), (parts[3], u));

    private static string Told(RankingTask task, IRecommender model)
    {
        var answers = Ranker.Rank(model, task, 20, 2, CancellationToken.None);
        return $"{task.Cases.Count} users; recall@20 {Of(new Recall(20), task, answers)}; ndcg@20 {Of(new Ndcg(20), task, answers)}";
    }

    private static IRecommender[] Parts(TrainingData rows, ContentsMatch match) =>
    [
        new EaseTrainer(Options).Train([new WeightedRows(rows.Rows, 1), new WeightedRows(Contents(), 100)], Bundles, Context, CancellationToken.None),
        match,
        new ItemKnnTrainer(new ItemKnnOptions { Neighbours = 1000 }).Train(rows, Context, CancellationToken.None),
        new UserKnnTrainer(new UserKnnOptions()).Train(rows, Context, CancellationToken.None),
    ];

    private static RankingTask Task(int[][] known, int[][] wanted)
    {
        int[] asked = [.. Enumerable.Range(0, Users).Where(user => wanted[user].Except(known[user]).Any())];
        return new RankingTask("youshu", Checkerboard.Of(known, Bundles), [.. asked.Select(user => new RankingCase(
            new Query(known[user]) { Row = user }, [.. wanted[user].Except(known[user])]))]);
    }

    // 13 % of the pairs are held back, drawn by a seed.
    private static (int[][] Kept, int[][] Held) Parted(int[][] pairs)
    {
        var random = SeededRandom.ForStream(1, "youshu.validation");
        var drawn = pairs.Select(set => set.Select(bundle => (bundle, isHeld: random.NextBool(.13))).ToArray()).ToArray();
        return (
            [.. drawn.Select(set => set.Where(pair => !pair.isHeld).Select(pair => pair.bundle).ToArray())],
            [.. drawn.Select(set => set.Where(pair => pair.isHeld).Select(pair => pair.bundle).ToArray())]);
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
