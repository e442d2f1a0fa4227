using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Experiments;
using BundleFunctions.Experiments;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Bandits;

/// <summary>A page whose bundles have known click rates, asked for again and again; what is clicked is learnt after every batch, as from a report.</summary>
internal sealed class BanditWorld(ulong seed, double[] rates)
{
    public const int Batch = 200;

    private readonly SeededRandom _random = new(seed);
    private readonly Candidate[] _candidates = [.. rates.Select((_, i) => Sample.Candidate($"b{i}", 1))];

    /// <summary>Clicks lost against always showing the best, where the first place alone is looked at.</summary>
    /// <param name="batches">How often it is learnt.</param>
    /// <param name="choose">Chooses the arm from what is known, a number of the batch and chance.</param>
    public double Regret(int batches, Func<ArmStatistics[], int, SeededRandom, int> choose)
    {
        var arms = Enumerable.Repeat(ArmStatistics.None, rates.Length).ToArray();
        var regret = 0.0;
        for (var batch = 0; batch < batches; batch++)
        {
            var chosen = choose(arms, batch, _random);
            var clicks = Enumerable.Range(0, Batch).Count(_ => _random.NextBool(rates[chosen]));
            regret += Batch * (rates.Max() - rates[chosen]);
            arms[chosen] += new ArmStatistics(Batch, clicks, 0, 0);
        }

        return regret;
    }

    /// <summary>The product's own way: the door that answers call, one time bucket a batch.</summary>
    public int Thompson(ArmStatistics[] arms, int batch, SeededRandom random)
    {
        var table = new BanditTable(
            Sample.Now,
            arms.Aggregate(ArmStatistics.None, (sum, arm) => sum + arm),
            new SortedDictionary<string, ArmStatistics>(arms.Select((arm, i) => ($"b{i}", arm)).ToDictionary(pair => pair.Item1, pair => pair.arm), StringComparer.Ordinal),
            new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal));
        var book = ExperimentBook.Empty with { Bandit = new BanditOptions(Exploration: 0.02, MinImpressions: 0) };
        var context = Sample.Context(at: Sample.Now.AddMinutes(10 * batch)) with { Products = [Identifier.Parse<ProductId>($"p{seed}")] };
        var ranking = BanditRanker.Rank(_candidates, new ExperimentView(book, table), context);
        return Array.FindIndex(_candidates, candidate => candidate.Bundle.BundleId == ranking.Candidates[0].Bundle.BundleId);
    }

    public static int Uniform(ArmStatistics[] arms, int batch, SeededRandom random) => random.NextInt32(arms.Length);

    /// <summary>Each arm once, then the best so far.</summary>
    public static int Greedy(ArmStatistics[] arms, int batch, SeededRandom random) =>
        batch < arms.Length ? batch : Enumerable.Range(0, arms.Length).MaxBy(i => arms[i].Clicks / arms[i].Impressions);
}
