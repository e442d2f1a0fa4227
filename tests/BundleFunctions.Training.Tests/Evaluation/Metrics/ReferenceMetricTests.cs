using System.Text.Json;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation.Metrics;

namespace BundleFunctions.Training.Tests.Evaluation.Metrics;

/// <summary>Every metric against NumPy and scikit-learn, which get the scores and not our ranks.</summary>
public sealed class ReferenceMetricTests
{
    private const int Cut = 10;

    [PythonFact]
    public void Of_RandomCases_EqualsTheReference()
    {
        var random = new RandomAnswers(seed: 3);
        bool[] isOut = [.. Enumerable.Range(0, RandomAnswers.Items).Select(item => item % 4 == 1)];
        double?[] margins = [.. Enumerable.Range(0, RandomAnswers.Items).Select(item => item % 6 == 0 ? (double?)null : item / 50.0)];
        float[][] vectors = [.. Enumerable.Range(0, RandomAnswers.Items).Select(item => new[] { item % 3, item % 5, item % 7 * 0.5f })];
        var suite = MetricSuite.Of(random.Task, Cut, new ItemFacts(isOut, margins));
        ICaseMetric[] metrics = [.. suite.CaseMetrics, new VectorDiversity(Cut, vectors)];

        using var reference = JsonDocument.Parse(Python.Run(Script, Input(random, isOut, margins, vectors)));

        foreach (var metric in metrics)
        {
            var expected = reference.RootElement.GetProperty(metric.Name.Split('@')[0] is var name && metric.Name == "map@10" ? "mapCut" : name);
            if (metric.Name.StartsWith("recall@", StringComparison.Ordinal) || metric.Name.StartsWith("hitRate@", StringComparison.Ordinal))
            {
                expected = expected.GetProperty(metric.Name.Split('@')[1]);
            }

            for (var i = 0; i < random.Answers.Length; i++)
            {
                var value = metric.Of(random.Task.Cases[i], random.Answers[i]);
                if (expected[i].ValueKind == JsonValueKind.Null)
                {
                    value.ShouldBeNull($"{metric.Name} of case {i}");
                }
                else
                {
                    value!.Value.ShouldBe(expected[i].GetDouble(), 1e-9, $"{metric.Name} of case {i}");
                }
            }
        }

        foreach (var metric in suite.TaskMetrics)
        {
            metric.Of(random.Answers).ShouldBe(reference.RootElement.GetProperty(metric.Name.Split('@')[0]).GetDouble(), 1e-9, metric.Name);
        }
    }

    private static string Input(RandomAnswers random, bool[] isOut, double?[] margins, float[][] vectors) => JsonSerializer.Serialize(new
    {
        cut = Cut,
        rows = random.Task.Train.Rows.Rows,
        cuts = MetricSuite.CurveCuts,
        popularity = random.Task.Popularity,
        scores = random.Scores.Select(scores => scores.Select(score => (double)score)),
        query = random.Task.Cases.Select(asked => asked.Query.Items),
        relevant = random.Task.Cases.Select(asked => asked.Relevant),
        categories = random.Task.Train.Content.Select(item => item.Categories.Select(path => path.Replace(" > ", "/", StringComparison.Ordinal))),
        prices = random.Task.Train.Content.Select(item => item.Price),
        isOut,
        margins,
        vectors = vectors.Select(vector => vector.Select(value => (double)value)),
    });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 0.5)]
    [InlineData(10, 0.28906482631788782)]
    [InlineData(11, 0)]
    public void Ndcg_OneRelevantItem_IsTheDiscountOfItsRank(int rank, double expected) => new Ndcg(Cut)
        .Of(new(new([]), [5]), new([], [], [rank]))!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Ndcg_MoreRelevantItemsThanPlaces_CanReachOneOnlyWhereCapped()
    {
        BundleFunctions.Training.Evaluation.RankingCase asked = new(new([]), [.. Enumerable.Range(0, 20)]);
        BundleFunctions.Training.Evaluation.RankedCase perfect = new([], [], [.. Enumerable.Range(1, 20)]);
        new Ndcg(Cut).Of(asked, perfect).ShouldBe(1);
        new Ndcg(Cut, capped: false).Of(asked, perfect)!.Value.ShouldBeLessThan(0.7);
    }

    [Fact]
    public void Of_ModelThatKnowsTheAnswer_IsOneOnEveryRankingMetric()
    {
        var random = new RandomAnswers(seed: 8);
        var oracle = new FormulaModel(RandomAnswers.Items, (query, item) => random.Task.Cases[query.Row].Relevant.Contains(item) ? 1 : 0);
        var answers = BundleFunctions.Training.Evaluation.Ranker.Rank(oracle, random.Task, Cut, 1, CancellationToken.None);
        foreach (ICaseMetric metric in new ICaseMetric[] { new Ndcg(Cut), new HitRate(1), new ReciprocalRank(), new AveragePrecision(), new AveragePrecision(Cut), new Recall(20) })
        {
            answers.Select((answer, i) => metric.Of(random.Task.Cases[i], answer)).ShouldAllBe(value => value == 1, metric.Name);
        }
    }

    private const string Script = """
        import json, sys
        import numpy as np
        from sklearn.metrics import ndcg_score, dcg_score, average_precision_score, precision_score, recall_score, f1_score, accuracy_score
        d = json.load(sys.stdin)
        K, n = d["cut"], len(d["popularity"])
        pop = np.array(d["popularity"], float)
        out = {k: [] for k in "ndcg ndcgUncapped precision f1 accuracy mrr map mapCut stratifiedRecall novelty diversity calibration revenue outOfStock margin vectorDiversity".split()}
        out["recall"] = {str(k): [] for k in set(d["cuts"]) | {K}}
        out["hitRate"] = {str(k): [] for k in (K, 2 * K)}
        exposure = np.zeros(n)
        levels = [set("/".join(p.split("/")[:i + 1]) for p in c for i in range(len(p.split("/")))) for c in d["categories"]]
        tops = [sorted(set(p.split("/")[0] for p in c)) for c in d["categories"]]
        names = sorted(set(t for c in tops for t in c))
        def shares(items):
            s, m = np.zeros(len(names)), 0
            for i in items:
                if tops[i]:
                    m += 1
                    for t in tops[i]: s[names.index(t)] += 1 / len(tops[i])
            return s / m if m else None
        for scores, query, relevant in zip(d["scores"], d["query"], d["relevant"]):
            ranked = np.array([i for i in range(n) if i not in set(query)])
            s = np.array(scores, dtype=np.float32).astype(float)[ranked]
            y = np.isin(ranked, relevant).astype(int)
            order = np.argsort(-s, kind="stable")
            top = ranked[order[:K]]
            guess = np.isin(ranked, top).astype(int)
            out["ndcg"].append(ndcg_score([y], [s], k=K))
            out["ndcgUncapped"].append(dcg_score([y], [s], k=K) / dcg_score([y], [y]))
            out["precision"].append(precision_score(y, guess))
            out["f1"].append(f1_score(y, guess))
            out["accuracy"].append(accuracy_score(y, guess))
            out["mrr"].append(1 / (1 + np.flatnonzero(y[order])[0]))
            out["map"].append(average_precision_score(y, s))
            hits = np.flatnonzero(y[order][:K]) + 1
            out["mapCut"].append(sum((j + 1) / r for j, r in enumerate(hits)) / min(K, len(relevant)))
            for k in out["recall"]: out["recall"][k].append(recall_score(y, np.isin(ranked, ranked[order[:int(k)]]).astype(int)))
            for k in out["hitRate"]: out["hitRate"][k].append(float(y[order[:int(k)]].any()))
            w = np.maximum(pop, 1) ** -0.5
            out["stratifiedRecall"].append(w[np.intersect1d(top, relevant)].sum() / w[relevant].sum())
            out["novelty"].append(np.mean(-np.log2(np.maximum(pop[top], 1) / d["rows"])))
            known = [i for i in top if levels[i]]
            pairs = [1 - len(levels[a] & levels[b]) / len(levels[a] | levels[b]) for i, a in enumerate(known) for b in known[:i]]
            out["diversity"].append(np.mean(pairs) if pairs else None)
            v = np.array(d["vectors"])
            known = [i for i in top if np.linalg.norm(v[i]) > 0]
            pairs = [1 - v[a] @ v[b] / np.linalg.norm(v[a]) / np.linalg.norm(v[b]) for i, a in enumerate(known) for b in known[:i]]
            out["vectorDiversity"].append(np.mean(pairs) if pairs else None)
            p, q = shares(query), shares(top)
            if p is None or q is None: out["calibration"].append(None)
            else:
                q = 0.99 * q + 0.01 * p
                out["calibration"].append(np.sum(p[p > 0] * np.log(p[p > 0] / q[p > 0])))
            out["revenue"].append(sum(d["prices"][i] or 0 for i in np.intersect1d(top, relevant)))
            out["outOfStock"].append(np.mean(np.array(d["isOut"])[top]))
            m = [d["margins"][i] for i in top if d["margins"][i] is not None]
            out["margin"].append(np.mean(m) if m else None)
            exposure[top] += 1
        out["coverage"] = np.mean(exposure > 0)
        out["gini"] = np.abs(exposure[:, None] - exposure[None, :]).sum() / (2 * n * exposure.sum())
        print(json.dumps(out, default=float))
        """;
}
