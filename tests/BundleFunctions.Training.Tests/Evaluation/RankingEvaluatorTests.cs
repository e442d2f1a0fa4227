using BundleFunctions.Testing;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Tests.Data;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Evaluation;

public sealed class RankingEvaluatorTests(ITestOutputHelper output)
{
    private static readonly TrainingOptions Options = new();

    [Fact]
    public void Evaluate_PairsAlwaysBoughtTogether_ModelNamesEveryHiddenProductFirst()
    {
        // Thirty pairs in turn: whoever buys one of a pair buys the other, and popularity knows nothing.
        var orders = Enumerable.Range(0, 3000).Select(i => new[] { $"left-{i * 7 % 30:D2}", $"right-{i * 7 % 30:D2}" });
        var figures = Evaluate(TestBaskets.Encoded(orders));

        figures["test.cases"].ShouldBe(300);
        figures["hitRate@10"].ShouldBe(1);
        figures["ndcg@10"].ShouldBe(1);
        figures["hitRate@10.standardError"].ShouldBe(0);
        figures["cosine.ndcg@10"].ShouldBe(1);
        figures["popularity.hitRate@10"].ShouldBe(10 / 59.0, 0.1);
    }

    [Fact]
    public void Evaluate_ProductsNeverSeenBefore_AreMissesNotErrors()
    {
        var orders = Enumerable.Range(0, 90).Select(_ => new[] { "a", "b" }).Concat(Enumerable.Range(0, 10).Select(_ => new[] { "x", "y" }));
        var figures = Evaluate(TestBaskets.Encoded(orders));

        figures["test.unseenHidden"].ShouldBe(10);
        figures["hitRate@20"].ShouldBe(0);
        figures.Values.ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void Of_MoreCasesThanAllowed_ThinsThemOut()
    {
        var baskets = TestBaskets.Encoded(TestBaskets.Random(2000, 30, 1));
        var split = TemporalSplit.Of(baskets, Options with { MaxTestOrders = 37 });

        split.Cases.Count.ShouldBe(37);
        split.Train.Count.ShouldBe(1800);
        split.Cases.ShouldAllBe(test => test.Context.Length >= 1 && !test.Context.Contains(test.Hidden));
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSameFigures()
    {
        var baskets = TestBaskets.Encoded(TestBaskets.Random(2000, 100, 2));
        var expected = Evaluate(baskets, Options with { Threads = 1 });

        Evaluate(baskets, Options with { Threads = 8 }).ShouldBe(expected);
    }

    // The protocol of the figures beside the data (their random choice of the hidden product differs from ours):
    // train before September 2011, test on September; hit rate at 10: popularity .051, confidence .152, cosine .231.
    [RealDataFact("online-retail")]
    public void Evaluate_OnlineRetail_ReachesTheReferenceFiguresAndBeatsPopularity()
    {
        var orders = OnlineRetail.Read(RealData.Folder("online-retail"));
        var autumn = new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var known = orders.Where(order => order.At < autumn).SelectMany(order => order.Items).ToHashSet(StringComparer.Ordinal);
        var kept = orders
            .Select(order => order with { Items = order.At < autumn ? order.Items : [.. order.Items.Where(known.Contains)] })
            .Where(order => order.Items.Length >= 2)
            .OrderBy(order => order.At).ThenBy(order => order.Invoice, StringComparer.Ordinal)
            .ToArray();
        var baskets = TestBaskets.Encoded(kept.Select(order => order.Items));
        var tested = kept.Count(order => order.At >= autumn);

        var figures = Evaluate(baskets, Options with { TestShare = (tested + 0.5) / kept.Length });

        foreach (var (name, value) in figures)
        {
            output.WriteLine($"{name} {value}");
        }

        figures["test.trainOrders"].ShouldBe(11376);
        figures["test.cases"].ShouldBe(1699, 2);
        figures["popularity.hitRate@10"].ShouldBe(.051, .015);
        figures["confidence.hitRate@10"].ShouldBe(.152, .025);
        figures["cosine.hitRate@10"].ShouldBe(.231, .03);
        figures["hitRate@10"].ShouldBeGreaterThan(figures["popularity.hitRate@10"] * 3);
    }

    private static SortedDictionary<string, double> Evaluate(EncodedBaskets baskets, TrainingOptions? options = null) =>
        new RankingEvaluator(TemporalSplit.Of(baskets, options ?? Options), options ?? Options).Evaluate(CancellationToken.None);
}
