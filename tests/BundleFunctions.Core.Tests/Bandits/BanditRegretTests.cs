using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Statistics;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Bandits;

public sealed class BanditRegretTests
{
    private static readonly double[] Rates = [0.02, 0.024, 0.028, 0.03, 0.032, 0.045];

    [Fact]
    public void Thompson_OverManyPages_LosesLessThanUniformAndGreedy()
    {
        const int Worlds = 20;
        const int Batches = 200;
        var (thompson, uniform, greedy) = (0.0, 0.0, 0.0);
        for (var world = 0UL; world < Worlds; world++)
        {
            var page = new BanditWorld(world, Rates);
            thompson += page.Regret(Batches, page.Thompson) / Worlds;
            uniform += new BanditWorld(world, Rates).Regret(Batches, BanditWorld.Uniform) / Worlds;
            greedy += new BanditWorld(world, Rates).Regret(Batches, BanditWorld.Greedy) / Worlds;
        }

        Figures.Check("Thompson sampling, clicks lost of 40,000 impressions", thompson, 5);
        Figures.Check("greedy, the same", greedy, 5);
        Figures.Check("uniform, the same", uniform, 5);
        thompson.ShouldBeLessThan(0.6 * uniform, $"Thompson {thompson:F0}, uniform {uniform:F0}, greedy {greedy:F0}");
        thompson.ShouldBeLessThan(0.9 * greedy, $"Thompson {thompson:F0}, uniform {uniform:F0}, greedy {greedy:F0}");
    }

    [Fact]
    public void LinUcb_TwoKindsOfVisitors_LearnsWhatEachWants()
    {
        var random = new SeededRandom(5);
        var model = new LinUcb(4);
        var (linear, blind) = (0.0, 0.0);
        for (var i = 0; i < 4000; i++)
        {
            var kind = i % 2;
            double[][] arms = [Features(kind, 0), Features(kind, 1)];
            var chosen = ThompsonSampling.Choose(model.Propensities(arms, 0.5, 0.05), random.NextDouble());
            var reward = random.NextBool(Rate(kind, chosen)) ? 1 : 0;
            model.Observe(arms[chosen], reward);
            linear += 0.2 - Rate(kind, chosen);
            blind += 0.2 - Rate(kind, random.NextInt32(2));
        }

        linear.ShouldBeLessThan(0.35 * blind);

        static double[] Features(int kind, int arm) => [.. Enumerable.Range(0, 4).Select(f => f == (2 * kind) + arm ? 1.0 : 0.0)];
        static double Rate(int kind, int arm) => kind == arm ? 0.2 : 0.05;
    }

    [Fact]
    public void LinUcb_AWorldThatChanges_IsLearntAnewOnlyWhereOldCountsFade()
    {
        var (fading, keeping) = (Follow(0.995), Follow(1));

        fading.ShouldBeGreaterThan(0.8);
        fading.ShouldBeGreaterThan(keeping + 0.2);

        // Share of right choices after arm 0 stopped being the better one.
        static double Follow(double fade)
        {
            var random = new SeededRandom(11);
            var model = new LinUcb(2, maxWeight: 1e9);
            var right = 0;
            for (var i = 0; i < 6000; i++)
            {
                var best = i < 4000 ? 0 : 1;
                double[][] arms = [[1, 0], [0, 1]];
                var chosen = ThompsonSampling.Choose(model.Propensities(arms, 0.3, 0.1), random.NextDouble());
                model.Observe(arms[chosen], random.NextBool(chosen == best ? 0.6 : 0.3) ? 1 : 0);
                model.Fade(fade);
                right += i >= 5000 && chosen == best ? 1 : 0;
            }

            return right / 1000.0;
        }
    }

    [Fact]
    public void LinUcb_ManyObservations_NeverWeighMoreThanTheCap()
    {
        var model = new LinUcb(1, maxWeight: 100);
        for (var i = 0; i < 1000; i++)
        {
            model.Observe([1], 1);
        }

        model.Weight.ShouldBeLessThanOrEqualTo(100);
        model.Scores([[1.0]], 0)[0].ShouldBe(1, 0.05);
        Should.Throw<ArgumentException>(() => model.Observe([1, 2], 1));
    }
}
