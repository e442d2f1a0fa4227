using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Training.Tests.Contests;

/// <summary>Orders of thirty pairs: who buys one of a pair buys the other, and popularity knows nothing.</summary>
public sealed class ContestTests
{
    private static readonly ContestOptions Options = new() { Models = ["popularity", "co-occurrence", "item-knn", "ease"] };

    private static readonly SplitTasks Tasks = TasksOf(3000);

    [Fact]
    public void Run_NothingServes_PromotesTheSimplestOfTheBest()
    {
        var result = Run(Tasks, champion: null);

        // All but popularity name every partner: the simplest of them serves.
        result.Winner.Name.ShouldBe("co-occurrence");
        (result.Gate.Decision, result.Gate.Champion, result.Gate.Challenger).ShouldBe(("promote", null, "co-occurrence"));
        result.Validation.Models.Select(model => model.Model).ShouldBe(Options.Models, ignoreOrder: true);
        result.Validation.Cases.ShouldBe(300);
        result.Test.Cases.ShouldBe(300);
    }

    [Fact]
    public void Run_ChampionIsAsGood_Holds()
    {
        var result = Run(Tasks, champion: "ease");

        result.Winner.Name.ShouldBe("ease");
        (result.Gate.Decision, result.Gate.Champion).ShouldBe(("hold", "ease"));
        result.Gate.Reasons[0].ShouldContain("not shown to be better");
    }

    [Fact]
    public void Run_ChampionIsWorse_PromotesTheChallenger()
    {
        var result = Run(Tasks, champion: "popularity");

        (result.Winner.Name, result.Gate.Decision).ShouldBe(("co-occurrence", "promote"));
        result.Gate.Reasons[0].ShouldContain("It is better");
    }

    [Fact]
    public void Run_TooFewOrders_ServesWhatNeedsNoChoice()
    {
        var result = Run(TasksOf(200), champion: null);

        (result.Winner.Name, result.Gate.Decision).ShouldBe(("co-occurrence", "hold"));
        result.Gate.Reasons[0].ShouldContain("Only 20 orders");
        Run(TasksOf(200), champion: "ease").Gate.Reasons[0].ShouldContain("the simpler model serves");
    }

    [Fact]
    public void Run_NoOrdersAtAll_Finishes() => Run(TasksOf(0), champion: null).Winner.Name.ShouldBe("co-occurrence");

    // Scores that peek at the answer cannot be told from good ones by the figures of the same orders; nonsense, constants and NaN can.
    [Fact]
    public void Run_BadModels_NeverServe()
    {
        Contestant[] bad =
        [
            new("a-constant", 0, new StubTrainer("a-constant", (_, _, _) => 1)),
            new("b-random", 0, new StubTrainer("b-random", (_, query, item) => (float)Math.Sin((item * 977) + query.Items[0]))),
            new("c-inverted", 0, new StubTrainer("c-inverted", (_, query, item) => Partner(query, item) ? -1 : 1)),
            new("d-nan", 0, new StubTrainer("d-nan", (_, _, item) => item == 7 ? float.NaN : 1)),
            new("e-infinite", 0, new StubTrainer("e-infinite", (_, _, _) => float.PositiveInfinity)),
            new("f-diverged", 0, StubTrainer.Diverging("f-diverged")),
        ];
        var contestants = DefaultSet.Create(["co-occurrence"], new ShopSize(100, 1000, HasContent: false));

        var result = new Contest([.. bad, .. contestants], Options, new EvaluationOptions()).Run(Tasks, null, null, Silent, CancellationToken.None);

        result.Winner.Name.ShouldBe("co-occurrence");
        result.Validation.Failures.Select(failure => failure.Key).ShouldBe(["d-nan", "e-infinite", "f-diverged"]);
        result.Validation.Failures[^1].Value.ShouldContain("NaN in epoch 3");
    }

    [Fact]
    public void Run_NothingUsable_ThrowsAndNamesEveryFault()
    {
        var contestants = new[] { new Contestant("x", 1, StubTrainer.Diverging("x")), new Contestant("y", 2, StubTrainer.Diverging("y")) };

        var thrown = Should.Throw<NoUsableModelException>(() =>
            new Contest(contestants, Options, new EvaluationOptions()).Run(Tasks, null, null, Silent, CancellationToken.None));

        thrown.Message.ShouldContain("x came to NaN");
        thrown.Message.ShouldContain("y came to NaN");
    }

    [Fact]
    public void Run_GoodOnValidationButBrokenOnTest_RefusesAndKeepsTheChampion()
    {
        var trained = Tasks.Validation.Task.Train;
        var fickle = new StubTrainer("fickle", (data, query, item) => ReferenceEquals(data, trained) ? (Partner(query, item) ? 1 : 0) : float.NaN);

        var result = new Contest([new("fickle", 0, fickle), .. DefaultSet.Create(["popularity"], new ShopSize(100, 1000, HasContent: false))], Options, new EvaluationOptions())
            .Run(Tasks, null, "popularity", Silent, CancellationToken.None);

        (result.Winner.Name, result.Gate.Decision, result.Gate.Challenger).ShouldBe(("popularity", "refuse", "fickle"));
        result.Gate.Reasons[0].ShouldContain("expected a finite one");
    }

    [Fact]
    public void Run_ShopTooLargeForAModel_NamesItAndWhyInBothReports()
    {
        var large = DefaultSet.Create(["popularity", "co-occurrence", "blend"], new ShopSize(400_000, 1_000_000, HasContent: false));

        var result = new Contest(large, Options, new EvaluationOptions()).Run(Tasks, null, "blend", Silent, CancellationToken.None);

        foreach (var report in new[] { result.Validation, result.Test })
        {
            report.Failures.Single().Key.ShouldBe("blend");
            report.Failures.Single().Value.ShouldContain("400000 products");
        }

        // What served before can serve no more.
        (result.Winner.Name, result.Gate.Decision).ShouldBe(("co-occurrence", "promote"));
    }

    [Fact]
    public void Create_LargeShop_MakesTheDearModelsSmaller()
    {
        string Fingerprint(string name, int items, int lines) =>
            DefaultSet.Create([name], new ShopSize(items, lines, HasContent: true)).Single().Trainer.Fingerprint;

        Fingerprint("ease", 10_000, 1_000_000).ShouldContain("denseItems=8000");
        Fingerprint("ease", 60_000, 1_000_000).ShouldContain("denseItems=4000");
        Fingerprint("blend", 60_000, 1_000_000).ShouldContain("denseItems=4000");
        Fingerprint("blend", 20_000, 1_000_000).ShouldContain("cases=1500");
        Fingerprint("blend", 60_000, 1_000_000).ShouldContain("cases=500");
        Fingerprint("ials", 60_000, 1_000_000).ShouldContain("iterations=15");
        Fingerprint("ials", 60_000, 15_000_000).ShouldContain("iterations=5");
    }

    [Fact]
    public void Run_ValidationOrdersAreOfOtherProducts_HoldsTheChampionAndNamesTheDrift()
    {
        // The newest fifth buys the other fifteen pairs: what is learned there is of another shop.
        var pairs = Enumerable.Range(0, 3000).Select(i => (i * 7 % 15) + (i < 2400 ? 0 : 15)).Select(i => new[] { $"left-{i:D2}", $"right-{i:D2}" });
        var log = ShopLog.Of(TestBaskets.Encoded(pairs), null);
        var tasks = SplitTasks.Baskets("moved", log, TimeSplit.Of(log, new SplitShares()), seed: 1);
        var better = new StubTrainer("better", (_, query, item) => Partner(query, item) ? 1 : 0);
        Contestant[] contestants = [.. DefaultSet.Create(["popularity"], new ShopSize(60, 6000, HasContent: false)), new("better", 9, better)];

        var result = new Contest(contestants, Options, new EvaluationOptions()).Run(tasks, null, "popularity", Silent, CancellationToken.None);

        (result.Winner.Name, result.Gate.Decision, result.Gate.Challenger).ShouldBe(("popularity", "hold", "better"));
        result.Gate.Reasons[0].ShouldContain("The input has drifted");
    }

    private static IProgress<(int Done, int Total)> Silent { get; } = new Nobody();

    // left-07 and right-07: lefts come first in ordinal order.
    private static bool Partner(Query query, int item) => query.Items.Any(held => Math.Abs(held - item) == 30);

    private static SplitTasks TasksOf(int orders)
    {
        var pairs = Enumerable.Range(0, orders).Select(i => new[] { $"left-{i * 7 % 30:D2}", $"right-{i * 7 % 30:D2}" });
        var log = ShopLog.Of(TestBaskets.Encoded(pairs), null);
        return SplitTasks.Baskets("pairs", log, TimeSplit.Of(log, new SplitShares()), seed: 1);
    }

    private static ContestResult Run(SplitTasks tasks, string? champion) =>
        new Contest(DefaultSet.Create(Options.Models, new ShopSize(100, 1000, HasContent: false)), Options, new EvaluationOptions())
            .Run(tasks, null, champion, Silent, CancellationToken.None);

    private sealed class Nobody : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value)
        {
        }
    }
}
