using BundleFunctions.Bandits;

namespace BundleFunctions.Core.Tests.Bandits;

public sealed class OffPolicySumsTests
{
    [Fact]
    public void Estimate_OneRewardAChoice_IsThatOfTheChoicesThemselves()
    {
        var random = new Random(5);
        var (choices, sums, rewards) = (new List<(int Arm, double Propensity, double Reward)>(), new OffPolicySums(), 0.0);
        for (var i = 0; i < 500; i++)
        {
            var arm = random.NextDouble() < 0.3 ? 1 : 0;
            choices.Add((arm, arm == 1 ? 0.3 : 0.7, random.NextDouble() < 0.2 ? random.NextDouble() * 20 : 0));
            if (arm == 1)
            {
                sums.Choose(1 / 0.3);
                sums.Reward(1 / 0.3, choices[^1].Reward);
                rewards += choices[^1].Reward;
            }
        }

        var model = rewards / sums.Choices;
        var expected = OffPolicyEstimates.Of([.. choices.Select(choice => new LoggedChoice(
            choice.Propensity, choice.Arm, choice.Reward, choice.Arm == 1 ? model : 0, model))]);
        var actual = sums.Estimate(choices.Count);

        foreach (var (one, other) in new[] { (actual.Ips, expected.Ips), (actual.Snips, expected.Snips), (actual.DoublyRobust, expected.DoublyRobust) })
        {
            (one.Value, one.Low, one.High).ShouldBe((Close(other.Value, one.Value), Close(other.Low, one.Low), Close(other.High, one.High)));
        }

        actual.EffectiveChoices.ShouldBe(expected.EffectiveChoices, 1e-6);
        actual.MaxWeight.ShouldBe(expected.MaxWeight);
    }

    [Fact]
    public void Estimate_ThousandLogs_CoverTheTrueValueOfTheShare()
    {
        var random = new Random(11);
        var covered = 0;
        for (var log = 0; log < 1000; log++)
        {
            var sums = new OffPolicySums();
            for (var i = 0; i < 400; i++)
            {
                // The log prefers the arm that is not asked about.
                if (random.NextDouble() < 0.25)
                {
                    sums.Choose(4);
                    if (random.NextDouble() < 0.5)
                    {
                        sums.Reward(4, 10 + random.NextDouble());
                    }
                }
            }

            covered += sums.Estimate(400).Snips.Covers(0.5 * 10.5) ? 1 : 0;
        }

        covered.ShouldBeInRange(930, 975);
    }

    private static double Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-9 ? actual : expected;
}
