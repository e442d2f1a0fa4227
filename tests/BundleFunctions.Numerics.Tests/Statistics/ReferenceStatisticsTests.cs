using System.Text.Json;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Testing;

namespace BundleFunctions.Numerics.Tests.Statistics;

/// <summary>Statistics against SciPy and NumPy.</summary>
public sealed class ReferenceStatisticsTests
{
    private const string Script = """
        import json, sys
        import numpy as np
        from scipy import stats, special
        d = json.load(sys.stdin)
        e, a = np.array(d["counts"][0]) / sum(d["counts"][0]), np.array(d["counts"][1]) / sum(d["counts"][1])
        x = np.array(d["counts"][0], float)
        print(json.dumps({
            "t": [stats.ttest_rel(s[0], s[1]).pvalue for s in d["samples"]],
            "exact": [stats.permutation_test((s[0], s[1]), lambda p, q: np.mean(p - q), permutation_type="samples", n_resamples=np.inf).pvalue for s in d["samples"] if len(s[0]) <= 12],
            "beta": [float(special.betainc(*p)) for p in d["beta"]],
            "cdf": stats.norm.cdf(d["places"]).tolist(),
            "pdf": stats.norm.pdf(d["places"]).tolist(),
            "gammaln": special.gammaln(d["positive"]).tolist(),
            "quantiles": [np.quantile(s[0], [0, .025, .3, .5, .975, 1]).tolist() for s in d["samples"]],
            "gini": float(np.abs(x[:, None] - x[None, :]).sum() / (2 * len(x) * x.sum())),
            "psi": float(np.sum((a - e) * np.log(a / e))),
        }))
        """;

    [PythonFact]
    public void Statistics_RandomInputs_EqualTheReference()
    {
        var random = new SeededRandom(5);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal() + 0.2)];
        double[][][] samples = [.. new[] { 2, 5, 10, 12, 40, 300 }.Select(count => new[] { Draw(count), Draw(count) })];
        double[][] beta = [.. Enumerable.Range(0, 60).Select(_ => new[] { 0.1 + (random.NextDouble() * 200), 0.1 + (random.NextDouble() * 20), random.NextDouble() })];
        double[] places = [.. Enumerable.Range(-80, 161).Select(i => i / 10.0)];
        double[] positive = [.. Enumerable.Range(1, 300).Select(i => i * i / 97.0)];
        long[][] counts = [[5, 80, 9, 200, 41], [50, 60, 70, 80, 9]];
        using var json = JsonDocument.Parse(Python.Run(Script, JsonSerializer.Serialize(new { samples, beta, places, positive, counts })));
        double[] Expected(string name) => [.. json.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

        ShouldEqual(samples.Select(sample => StudentT.PairedPValue(Difference(sample))), Expected("t"), 1e-9);
        ShouldEqual(beta.Select(p => StudentT.IncompleteBeta(p[0], p[1], p[2])), Expected("beta"), 1e-9);
        ShouldEqual(places.Select(NormalDistribution.Cdf), Expected("cdf"), 1e-12);
        ShouldEqual(places.Select(NormalDistribution.Density), Expected("pdf"), 1e-12);
        ShouldEqual(positive.Select(LogGamma.Of), Expected("gammaln"), 1e-9);
        GiniIndex.Of(counts[0]).ShouldBe(json.RootElement.GetProperty("gini").GetDouble(), 1e-12);
        PopulationStability.OfCounts(counts[0], counts[1]).ShouldBe(json.RootElement.GetProperty("psi").GetDouble(), 1e-12);
        for (var i = 0; i < samples.Length; i++)
        {
            double[] sorted = [.. samples[i][0].Order()];
            ShouldEqual(
                new[] { 0, .025, .3, .5, .975, 1 }.Select(share => Quantile.OfSorted(sorted, share)),
                [.. json.RootElement.GetProperty("quantiles")[i].EnumerateArray().Select(value => value.GetDouble())],
                1e-12);
        }

        // Ours draws patterns, the reference goes through all of them.
        var exact = Expected("exact");
        for (var i = 0; i < exact.Length; i++)
        {
            PairedPermutation.PValue(Difference(samples[i]), 20_000, 1).ShouldBe(exact[i], 0.015);
        }
    }

    private static double[] Difference(double[][] pair) => [.. pair[0].Zip(pair[1], (first, second) => first - second)];

    private static void ShouldEqual(IEnumerable<double> values, double[] expected, double tolerance)
    {
        var found = values.ToArray();
        found.Length.ShouldBe(expected.Length);
        for (var i = 0; i < found.Length; i++)
        {
            found[i].ShouldBe(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])), $"value {i}");
        }
    }
}
