using BundleFunctions.Statistics;

namespace BundleFunctions.Core.Tests.Statistics;

/// <summary>The statistics of experiments against visitors whose truth is known. The counts of runs are those that the figures are promised for.</summary>
public sealed class ExperimentStatisticsTests
{
    private const int Visitors = 2000;

    [Fact]
    public void Difference_TwoThousandRunsOfAAndA_RejectFivePercent()
    {
        const int Runs = 2000;
        var (plain, adjusted) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (treated, control) = Simulate(new VisitorSimulator((ulong)run), 1, Visitors);
            plain += MeanDifference.Of(treated.Outcome, control.Outcome)!.PValue < 0.05 ? 1 : 0;
            adjusted += Cuped.Difference(treated, control)!.PValue < 0.05 ? 1 : 0;
        }

        Figures.Check("A/A, 2,000 runs: plain difference refused", 100.0 * plain / Runs, 0.3);
        Figures.Check("A/A, 2,000 runs: CUPED refused", 100.0 * adjusted / Runs, 0.3);
        (plain / (double)Runs).ShouldBe(0.05, 0.01, "plain");
        (adjusted / (double)Runs).ShouldBe(0.05, 0.01, "CUPED");
    }

    [Fact]
    public void Difference_ThousandRunsOfAKnownUplift_CoverIt()
    {
        const int Runs = 1000;
        const double Lift = 1.3;
        var truth = (Lift - 1) * VisitorSimulator.BaseMargin;
        var (covered, mean) = (0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            // A holdout is the smaller group.
            var simulator = new VisitorSimulator(10_000 + (ulong)run);
            var (treated, control) = Simulate(simulator, Lift, 4000, 1000);
            var uplift = Cuped.Difference(treated, control)!;
            covered += uplift.Covers(truth) ? 1 : 0;
            mean += uplift.Value / Runs;
        }

        Figures.Check("interval of the uplift covers the truth, 1,000 runs", 100.0 * covered / Runs, 0.5);
        (covered / (double)Runs).ShouldBeInRange(0.93, 0.97);
        mean.ShouldBe(truth, truth * 0.05);
    }

    [Fact]
    public void Cuped_WhatWasKnownBefore_NarrowsTheInterval()
    {
        var (treated, control) = (new CovariateMoments(), new CovariateMoments());
        var simulator = new VisitorSimulator(3);
        for (var i = 0; i < 20_000; i++)
        {
            // A regular's margin repeats itself: correlation 0.8 leaves 0.6 of the width.
            var steady = simulator.Draw().Margin;
            (i % 2 == 0 ? treated : control).Add(steady, (steady * 0.8) + (simulator.Draw().Margin * 0.6));
        }

        var (plain, adjusted) = (MeanDifference.Of(treated.Outcome, control.Outcome)!, Cuped.Difference(treated, control)!);
        ((adjusted.High - adjusted.Low) / (plain.High - plain.Low)).ShouldBe(0.6, 0.05);
    }

    [Fact]
    public void Sequential_LookedAtAllTheTime_KeepsItsErrorWhereAPlainTestDoesNot()
    {
        const int Runs = 2000;
        var (sequential, plain) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (always, once) = Peek(new VisitorSimulator(50_000 + (ulong)run), 1);
            sequential += always ? 1 : 0;
            plain += once ? 1 : 0;
        }

        Figures.Check("A/A looked at 80 times, 2,000 runs: sequential test refused", 100.0 * sequential / Runs, 0.3);
        Figures.Check("A/A looked at 80 times, 2,000 runs: plain test refused", 100.0 * plain / Runs, 0.5);
        (sequential / (double)Runs).ShouldBeLessThanOrEqualTo(0.05);
        (plain / (double)Runs).ShouldBeGreaterThan(0.15);
    }

    [Fact]
    public void Sequential_ATrueDifference_IsFound()
    {
        const int Runs = 200;
        var found = Enumerable.Range(0, Runs).Count(run => Peek(new VisitorSimulator(90_000 + (ulong)run), 1.6).Sequential);

        Figures.Check("a conversion 1.6 times as high is found by the sequential test, 200 runs", 100.0 * found / Runs, 1);
        (found / (double)Runs).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Sequential_ItsInterval_CoversTheTruthAtEveryLook()
    {
        const int Runs = 500;
        const double Lift = 1.3;
        var truth = (Lift - 1) * VisitorSimulator.BaseMargin;
        var missed = 0;
        for (var run = 0; run < Runs; run++)
        {
            var simulator = new VisitorSimulator(70_000 + (ulong)run);
            var (treated, control) = (default(Moments), default(Moments));
            var everMissed = false;
            for (var i = 1; i <= 3000; i++)
            {
                (treated, control) = (treated.Add(simulator.Draw(Lift).Margin), control.Add(simulator.Draw().Margin));
                everMissed |= i % 50 == 0 && SequentialTest.Compare(treated, control, Tau) is { } look && !look.Covers(truth);
            }

            missed += everMissed ? 1 : 0;
        }

        Figures.Check("interval of the sequential test ever misses the truth in 60 looks, 500 runs", 100.0 * missed / Runs, 0.5);
        (missed / (double)Runs).ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void SampleSize_ThatManyVisitors_FindTheEffectAsOftenAsPromised()
    {
        const int Runs = 500;
        var moments = default(Moments);
        var past = new VisitorSimulator(1);
        for (var i = 0; i < 200_000; i++)
        {
            moments = moments.Add(past.Draw().Margin);
        }

        // Who buys more often also varies more: plan with the variance of both groups.
        var visitors = (int)SampleSize.PerGroup(moments.Variance * 1.2, 0.4 * VisitorSimulator.BaseMargin);
        var found = 0;
        for (var run = 0; run < Runs; run++)
        {
            var (treated, control) = Simulate(new VisitorSimulator(20_000 + (ulong)run), 1.4, visitors);
            found += MeanDifference.Of(treated.Outcome, control.Outcome)!.PValue < 0.05 ? 1 : 0;
        }

        Figures.Check("planned for a power of 80 %: effect found, 500 runs", 100.0 * found / Runs, 1);
        (found / (double)Runs).ShouldBe(0.8, 0.05);
        SampleSize.Days(visitors, 1000, 0.25).ShouldBe((int)Math.Ceiling(visitors / 250.0));
        SampleSize.Days(visitors, 0, 0.25).ShouldBeNull();
    }

    [Fact]
    public void SampleRatio_GroupsThatLostVisitors_AreFound()
    {
        SampleRatio.PValue([10_000, 10_100], [1, 1]).ShouldBeGreaterThan(0.3);
        SampleRatio.PValue([10_000, 10_700], [1, 1]).ShouldBeLessThan(0.001);

        // Chi-square of 5.991 with two degrees of freedom is the 5 % point.
        SampleRatio.PValue([1000, 1000, 1095], [1, 1, 1]).ShouldBe(0.053, 0.005);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-3, 0.0013498980316300933)]
    [InlineData(7, 0.9999999999987201)]
    public void Normal_KnownPoints_AreMet(double x, double share)
    {
        Normal.Cdf(x).ShouldBe(share, 1e-14);
        Normal.Quantile(share).ShouldBe(x, 1e-3);
    }

    private static double Tau => 0.3 * VisitorSimulator.BaseMargin;

    private static (CovariateMoments Treated, CovariateMoments Control) Simulate(VisitorSimulator simulator, double lift, int treated, int? control = null)
    {
        var (one, other) = (new CovariateMoments(), new CovariateMoments());
        for (var i = 0; i < treated; i++)
        {
            var (prior, margin) = simulator.Draw(lift);
            one.Add(prior, margin);
        }

        for (var i = 0; i < (control ?? treated); i++)
        {
            var (prior, margin) = simulator.Draw();
            other.Add(prior, margin);
        }

        return (one, other);
    }

    // Whether each test ever refused while it was looked at after every fifty visitors a group.
    private static (bool Sequential, bool Plain) Peek(VisitorSimulator simulator, double lift)
    {
        var (treated, control) = (default(Moments), default(Moments));
        var (sequential, plain) = (false, false);
        for (var i = 1; i <= 4000; i++)
        {
            (treated, control) = (treated.Add(simulator.Draw(lift).Margin), control.Add(simulator.Draw().Margin));
            if (i % 50 == 0)
            {
                sequential |= SequentialTest.Compare(treated, control, Tau)?.PValue < 0.05;
                plain |= i >= 100 && MeanDifference.Of(treated, control)!.PValue < 0.05;
            }
        }

        return (sequential, plain);
    }
}
