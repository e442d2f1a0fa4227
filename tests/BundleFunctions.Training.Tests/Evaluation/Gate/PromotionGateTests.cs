using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation.Gate;

namespace BundleFunctions.Training.Tests.Evaluation.Gate;

public sealed class PromotionGateTests
{
    private static readonly GateOptions Options = new() { Resamples = 400 };

    private static readonly GateInput Champion = new("old", Draw(1, 500, 0.3), Coverage: 0.6, ExposureGini: 0.5, OutOfStock: 0.02, Margin: 0.3, Complexity: 2);

    [Fact]
    public void Decide_EqualQuality_AlmostNeverPromotes()
    {
        // The interval's level allows one in two hundred; chance decides how many it is in four hundred.
        var promoted = Enumerable.Range(0, 400).Count(seed =>
            Verdict(Champion with { Primary = Draw((ulong)seed, 300, 0.3) }, Champion with { Primary = Draw((ulong)seed + 5000, 300, 0.3) }) == GateVerdict.Promote);
        promoted.ShouldBeLessThanOrEqualTo(7);
    }

    [Fact]
    public void Decide_TrulyBetterByATenth_IsPromotedOnNearlyEverySeed()
    {
        var promoted = Enumerable.Range(0, 200).Count(seed =>
            Verdict(Champion with { Primary = Draw((ulong)seed, 1600, 0.3) }, Champion with { Primary = Draw((ulong)seed + 5000, 1600, 0.4) }) == GateVerdict.Promote);
        promoted.ShouldBeGreaterThanOrEqualTo(190);
    }

    [Fact]
    public void Decide_TheSameFigures_HoldsTheChampion()
    {
        var decision = Decide(Champion, Champion with { Model = "new" });
        decision.Verdict.ShouldBe(GateVerdict.Hold);
        decision.Reasons[0].ShouldBe(
            "ndcg@10 of new is 0.0000 against old (interval 0.0000 to 0.0000 at 99.0 %, p = 1.0000, 500 cases). That is not shown to be better.");
    }

    [Fact]
    public void Decide_ClearlyWorse_Refuses() =>
        Decide(Champion, Better() with { Primary = Draw(2, 500, 0.05) }).Reasons[0].ShouldEndWith("It is worse.");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Decide_AnythingNotFinite_Refuses(double value)
    {
        var values = Better().Primary.ToArray();
        values[17] = value;
        foreach (var broken in new[]
        {
            Better() with { Primary = values }, Better() with { Coverage = value }, Better() with { ExposureGini = value },
            Better() with { OutOfStock = value }, Better() with { Margin = value },
        })
        {
            var decision = Decide(Champion, broken);
            decision.Verdict.ShouldBe(GateVerdict.Refuse);
            decision.Reasons[0].ShouldEndWith("expected a finite number.");
        }

        new PromotionGate(Options).Decide(Champion, Better(), value).Verdict.ShouldBe(GateVerdict.Refuse);
        new PromotionGate(Options).Decide(Champion with { Primary = values }, Better()).Verdict.ShouldBe(GateVerdict.Promote, "a broken champion is no measure");
    }

    [Fact]
    public void Decide_BetterButBreaksAGuardrail_RefusesAndSaysWhich()
    {
        Verdict(Champion, Better()).ShouldBe(GateVerdict.Promote);
        foreach (var (broken, words) in new[]
        {
            (Better() with { Coverage = 0.27 }, "recommends 27.0 % of the items where old recommends 60.0 %"),
            (Better() with { ExposureGini = 0.86 }, "Gini index 0.860 after 0.500"),
            (Better() with { OutOfStock = 0.05 }, "5.0 % of what new recommends is out of stock, after 2.0 %"),
            (Better() with { Margin = 0.28 }, "mean margin of what new recommends is 28.0 % after 30.0 %"),
        })
        {
            var decision = Decide(Champion, broken);
            decision.Verdict.ShouldBe(GateVerdict.Refuse);
            decision.Reasons[0].ShouldContain(words);
        }

        Verdict(Champion with { Margin = null, OutOfStock = null }, Better()).ShouldBe(GateVerdict.Promote, "what is not known is no guardrail");
    }

    [Theory]
    [InlineData(0.05, GateVerdict.Promote, 1)]
    [InlineData(0.15, GateVerdict.Promote, 2)]
    [InlineData(0.25, GateVerdict.Hold, 2)]
    public void Decide_InputDrift_WarnsThenHolds(double drift, GateVerdict verdict, int reasons)
    {
        var decision = new PromotionGate(Options).Decide(Champion, Better(), drift);
        (decision.Verdict, decision.Reasons.Count).ShouldBe((verdict, reasons));
    }

    [Theory]
    [InlineData(1, GateVerdict.Promote, "new is simpler than old.")]
    [InlineData(2, GateVerdict.Hold, "old is not more complex than new.")]
    [InlineData(3, GateVerdict.Hold, "old is not more complex than new.")]
    public void Decide_TooFewCases_ServesTheSimplerModel(int complexity, GateVerdict verdict, string words)
    {
        var decision = Decide(Champion with { Primary = Draw(1, 50, 0.1) }, Better() with { Primary = Draw(2, 50, 0.9), Complexity = complexity });
        decision.Verdict.ShouldBe(verdict);
        decision.Reasons.ShouldBe(["Only 50 cases, too few to choose by (expected 100): the simpler model serves.", words]);
    }

    [Fact]
    public void Decide_OtherCases_Refuses() =>
        Decide(Champion, Better() with { Primary = Draw(1, 400, 1) }).Reasons[0].ShouldContain("400 cases and old on 500");

    [Fact]
    public void Decide_ASmallerGainThanAskedFor_Holds()
    {
        var gain = Decide(Champion, Better()).Comparison!.Difference;
        new PromotionGate(Options with { LeastGain = gain }).Decide(Champion, Better()).Verdict.ShouldBe(GateVerdict.Hold);
    }

    [Fact]
    public void Validate_EachOptionOutOfRange_IsNamed()
    {
        new GateOptions().Validate().ShouldBeNull();
        foreach (var (options, name) in new[]
        {
            (Options with { PrimaryMetric = " " }, "primaryMetric"), (Options with { LeastGain = -1 }, "leastGain"), (Options with { Level = 1 }, "level"),
            (Options with { Resamples = 10 }, "resamples"), (Options with { MinCases = 1 }, "minCases"), (Options with { KeptCoverage = 1.1 }, "keptCoverage"),
            (Options with { MaxGiniRise = double.NaN }, "maxGiniRise"), (Options with { MaxOutOfStockRise = 2 }, "maxOutOfStockRise"),
            (Options with { KeptMargin = -0.1 }, "keptMargin"), (Options with { DriftWarning = 0 }, "driftWarning"), (Options with { DriftHold = 0.1 }, "driftHold"),
        })
        {
            options.Validate()!.ShouldStartWith($"gate.{name} is ");
        }
    }

    private static GateInput Better() => Champion with { Model = "new", Primary = Draw(2, 500, 0.6) };

    private static GateVerdict Verdict(GateInput champion, GateInput challenger) => Decide(champion, challenger).Verdict;

    private static GateDecision Decide(GateInput champion, GateInput challenger) => new PromotionGate(Options).Decide(champion, challenger);

    // Figures as NDCG has them with one right answer: mostly 0, else the discount of a rank.
    private static double[] Draw(ulong seed, int cases, double hitRate)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, cases).Select(_ => random.NextBool(hitRate) ? 1 / Math.Log2(random.NextInt32(1, 10) + 1) : 0)];
    }
}
