using BundleFunctions.Bandits;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Bandits;

public sealed class ThompsonSamplingTests
{
    [Fact]
    public void Propensities_OfNormals_AreThoseOfTheClosedForm()
    {
        // P(X > Y) of two normals is Phi of the difference over its deviation.
        var found = ThompsonSampling.Propensities([Posterior.Normal(1, 0.3), Posterior.Normal(0.5, 0.4)], 0);

        found[0].ShouldBe(BundleFunctions.Statistics.Normal.Cdf(0.5 / 0.5), 0.003);
        found.Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Propensities_OfShares_AreThoseOfDrawing()
    {
        (int Alpha, int Beta)[] arms = [(3, 97), (8, 192), (1, 30), (40, 960), (4, 60)];
        var random = new SeededRandom(7);
        var wins = new int[arms.Length];
        const int Draws = 200_000;
        for (var draw = 0; draw < Draws; draw++)
        {
            var values = arms.Select(arm => Beta(random, arm.Alpha, arm.Beta)).ToArray();
            wins[Array.IndexOf(values, values.Max())]++;
        }

        var found = ThompsonSampling.Propensities([.. arms.Select(arm => Posterior.Beta(arm.Alpha, arm.Beta))], 0);

        for (var i = 0; i < arms.Length; i++)
        {
            found[i].ShouldBe(wins[i] / (double)Draws, 0.005, $"arm {i}");
        }
    }

    [Fact]
    public void Propensities_ArmsOfVeryDifferentCertainty_SumToOneAndKeepTheirFloor()
    {
        var found = ThompsonSampling.Propensities(
            [Posterior.Beta(1, 9), Posterior.Beta(50_000, 950_000), Posterior.Beta(1, 2000), Posterior.Normal(-3, 1e-6)], 0.08);

        found.Sum().ShouldBe(1, 1e-12);
        found.ShouldAllBe(share => share >= 0.02 - 1e-12 && share <= 1);
    }

    [Fact]
    public void Propensities_TheSameArms_AreTheSame()
    {
        var found = ThompsonSampling.Propensities([Posterior.Beta(2, 50), Posterior.Beta(2, 50), Posterior.Beta(2, 50)], 0.05);

        found.ShouldAllBe(share => Math.Abs(share - (1.0 / 3)) < 1e-9);
    }

    [Fact]
    public void Choose_UniformNumbers_ChooseByPropensity()
    {
        double[] propensities = [0.2, 0.5, 0.3];
        var counts = new int[3];
        for (var i = 0; i < 1000; i++)
        {
            counts[ThompsonSampling.Choose(propensities, (i + 0.5) / 1000)]++;
        }

        counts.ShouldBe([200, 500, 300]);
    }

    // The share of the smaller of sums of exponentials: Gamma(a) / (Gamma(a) + Gamma(b)) for whole a and b.
    private static double Beta(SeededRandom random, int alpha, int beta)
    {
        var (one, other) = (Gamma(random, alpha), Gamma(random, beta));
        return one / (one + other);
    }

    // Marsaglia and Tsang 2000, for shapes of 1 and more.
    private static double Gamma(SeededRandom random, double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
