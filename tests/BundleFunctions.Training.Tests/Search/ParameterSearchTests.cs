using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Search;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Search;

public sealed class ParameterSearchTests(ITestOutputHelper output) : IDisposable
{
    private const double BraninMinimum = 0.39788735772973816;

    private static readonly ParameterSpace Plane = new(RealParameter.Linear("x", -5, 10), RealParameter.Linear("y", 0, 15));

    private static readonly ParameterSpace Mixed = new(
        new IntParameter("rank", 1, 64), RealParameter.Logarithmic("lambda", 1e-3, 1e3), new ChoiceParameter("kind", "a", "b", "c", "d"));

    private readonly string _log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void Run_TpeOnFunctionsOfKnownOptimum_ComesNear()
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            (-Search(Plane, new TpeSampler(), Branin, 120, seed).Best!.Score!.Value).ShouldBe(BraninMinimum, 0.6);
            var best = Search(Mixed, new TpeSampler(), Peak, 120, seed).Best!;
            best.Setting.Choice("kind").ShouldBe("c");
            best.Setting.Int("rank").ShouldBeInRange(14, 26);
            Math.Log10(best.Setting.Real("lambda")).ShouldBe(1, 0.5);
        }
    }

    [Fact]
    public void Run_TpeAndRandomOnTheSameSeeds_TpeIsBetter()
    {
        foreach (var (name, space, objective) in new[] { ("branin", Plane, (Objective)Branin), ("peak", Mixed, Peak) })
        {
            var seeds = Enumerable.Range(1, 40).Select(seed => (ulong)seed).ToArray();
            double[] tpe = [.. seeds.Select(seed => Search(space, new TpeSampler(), objective, 60, seed).Best!.Score!.Value)];
            double[] random = [.. seeds.Select(seed => Search(space, new RandomSampler(), objective, 60, seed).Best!.Score!.Value)];
            var comparison = PairedComparison.Of(tpe, random, 2000, .95, 1);
            output.WriteLine($"{name}: TPE {tpe.Average():F4}, random {random.Average():F4}, difference {comparison.Difference:F4} [{comparison.Interval.Low:F4}, {comparison.Interval.High:F4}]");
            comparison.Interval.Low.ShouldBeGreaterThan(0, name);
            comparison.PermutationPValue.ShouldBeLessThan(0.01, name);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_EndedAnywhereAndStartedAgain_EqualsAnUndisturbedRun(int rounds)
    {
        var options = new SearchOptions { MaxTrials = 40, Seed = 3, Rounds = rounds };
        Run(Mixed, Peak, options, new TrialLog(_log));
        var expected = File.ReadAllBytes(_log);
        foreach (var cut in Enumerable.Range(0, expected.Length).Where(length => length % 97 == 0))
        {
            // Whatever a killed process may have left: any number of bytes.
            File.WriteAllBytes(_log, expected[..cut]);
            Run(Mixed, Peak, options, new TrialLog(_log));
            File.ReadAllBytes(_log).ShouldBe(expected, $"cut at {cut}");
        }
    }

    [Fact]
    public void Run_CancelledInATrial_LeavesTheTrialsBeforeIt()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        double StopAtTen(Setting setting, double effort, CancellationToken token)
        {
            if (++calls == 10)
            {
                stop.Cancel();
            }

            token.ThrowIfCancellationRequested();
            return Peak(setting, effort, token);
        }

        var options = new SearchOptions { MaxTrials = 30 };
        Should.Throw<OperationCanceledException>(() =>
            new ParameterSearch(Mixed, new TpeSampler(), StopAtTen, options, TimeProvider.System).Run(new TrialLog(_log), null, stop.Token));
        var resumed = Run(Mixed, Peak, options, new TrialLog(_log));
        resumed.Resumed.ShouldBe(9);
        resumed.Trials.Select(trial => trial.Setting.Text).ShouldBe(Run(Mixed, Peak, options, null).Trials.Select(trial => trial.Setting.Text));
    }

    [Fact]
    public void Run_LogOfAnotherSearch_Refuses()
    {
        Run(Mixed, Peak, new SearchOptions { MaxTrials = 3 }, new TrialLog(_log));
        Should.Throw<InvalidDataException>(() => Run(Mixed, Peak, new SearchOptions { MaxTrials = 3, Seed = 2 }, new TrialLog(_log)))
            .Message.ShouldContain("expected 'tpe startup=10 good=0.15 candidates=24; rank:int:1..64 lambda:log:0.001..1000 kind:choice:a|b|c|d; seed=2");
        File.AppendAllText(_log, "{\"number\":7}\n");
        Should.Throw<InvalidDataException>(() => Run(Mixed, Peak, new SearchOptions { MaxTrials = 3 }, new TrialLog(_log))).Message.ShouldContain("line 5 is not trial 3");
    }

    [Fact]
    public void Run_MoreTrialsThanBefore_GoesOn()
    {
        Run(Mixed, Peak, new SearchOptions { MaxTrials = 12 }, new TrialLog(_log));
        var longer = Run(Mixed, Peak, new SearchOptions { MaxTrials = 20 }, new TrialLog(_log));
        longer.Resumed.ShouldBe(12);
        longer.Trials.Select(trial => trial.Score).ShouldBe(Run(Mixed, Peak, new SearchOptions { MaxTrials = 20 }, null).Trials.Select(trial => trial.Score));
    }

    [Fact]
    public void Run_TrialsThatFail_AreKeptWithTheirReasonAndAvoided()
    {
        double HalfDiverges(Setting setting, double effort, CancellationToken token) =>
            setting.Choice("kind") is "a" ? throw new DivergedException("NaN in epoch 2")
            : setting.Choice("kind") is "b" ? double.NaN : Peak(setting, effort, token);

        var result = Search(Mixed, new TpeSampler(), HalfDiverges, 80, 5);
        result.Best!.Setting.Choice("kind").ShouldBe("c");
        var failures = result.Trials.Where(trial => trial.Score is null).ToList();
        failures.Select(trial => trial.Failure).Distinct().ShouldBe(["NaN in epoch 2", "The score is NaN; expected a finite one."], ignoreOrder: true);
        failures.Count(trial => trial.Number >= 40).ShouldBeLessThan(failures.Count(trial => trial.Number < 40));
    }

    [Fact]
    public void Run_AllTrialsFail_HasNoBest() =>
        Search(Mixed, new TpeSampler(), (_, _, _) => double.PositiveInfinity, 15, 1).Best.ShouldBeNull();

    [Fact]
    public void Run_TimeIsUp_StartsNoMoreTrials()
    {
        var clock = new ManualTicks();
        double TakesASecond(Setting setting, double effort, CancellationToken token)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return 1;
        }

        var result = new ParameterSearch(Mixed, new RandomSampler(), TakesASecond, new SearchOptions { MaxTime = TimeSpan.FromSeconds(5) }, clock)
            .Run(null, null, CancellationToken.None);
        (result.Trials.Count, result.IsComplete).ShouldBe((5, false));
    }

    [Fact]
    public void Run_SuccessiveHalving_SpendsLittleOnMostAndFullEffortOnTheBest()
    {
        var options = new SearchOptions { MaxTrials = 26, Rounds = 3, Halving = 3 };
        var trials = Run(Mixed, Peak, options, null, new RandomSampler()).Trials;
        trials.Take(13).Select(trial => trial.Effort).ShouldBe([.. Enumerable.Repeat(1 / 9.0, 9), 1 / 3.0, 1 / 3.0, 1 / 3.0, 1]);
        var bestOfNine = trials.Take(9).OrderByDescending(trial => trial.Score).ToArray();
        trials.Skip(9).Take(3).Select(trial => trial.Setting.Text).ShouldBe(bestOfNine.Take(3).Select(trial => trial.Setting.Text));
        trials[12].Setting.Text.ShouldBe(bestOfNine[0].Setting.Text);
        trials.Count(trial => trial.Effort == 1).ShouldBe(2);

        // Eighteen settings for the cost of six: better than six at random, on most seeds.
        var wins = Enumerable.Range(1, 30).Count(seed =>
            Run(Mixed, Peak, options with { Seed = (ulong)seed }, null, new RandomSampler()).Best!.Score
            > Run(Mixed, Peak, new SearchOptions { MaxTrials = 6, Seed = (ulong)(seed + 1000) }, null, new RandomSampler()).Best!.Score);
        wins.ShouldBeGreaterThan(18);
    }

    [Theory]
    [InlineData(0, 1, 3, 1, "search.maxTrials is 0")]
    [InlineData(5, 0, 3, 1, "search.maxTime is 00:00:00")]
    [InlineData(5, 1, 1, 1, "search.halving is 1")]
    [InlineData(5, 1, 3, 9, "search.rounds is 9")]
    public void Validate_OutOfRange_SaysWhichOption(int trials, int seconds, int halving, int rounds, string start) =>
        new SearchOptions { MaxTrials = trials, MaxTime = TimeSpan.FromSeconds(seconds), Halving = halving, Rounds = rounds }.Validate()!.ShouldStartWith(start);

    public void Dispose() => File.Delete(_log);

    private static SearchResult Search(ParameterSpace space, ISampler sampler, Objective objective, int trials, ulong seed) =>
        Run(space, objective, new SearchOptions { MaxTrials = trials, Seed = seed }, null, sampler);

    private static SearchResult Run(ParameterSpace space, Objective objective, SearchOptions options, TrialLog? log, ISampler? sampler = null) =>
        new ParameterSearch(space, sampler ?? new TpeSampler(), objective, options, TimeProvider.System).Run(log, null, CancellationToken.None);

    // Minimum 0.397887 in three places.
    private static double Branin(Setting setting, double effort, CancellationToken token)
    {
        var (x, y) = (setting.Real("x"), setting.Real("y"));
        var bowl = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return -((bowl * bowl) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10);
    }

    // One top: rank 20, lambda 10, kind c.
    private static double Peak(Setting setting, double effort, CancellationToken token) =>
        -Math.Pow((setting.Int("rank") - 20) / 20.0, 2) - Math.Pow(Math.Log10(setting.Real("lambda")) - 1, 2) - (setting.Choice("kind") == "c" ? 0 : 0.5);

    private sealed class ManualTicks : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
