using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Blend;

namespace BundleFunctions.Training.Tests.Models.Blend;

public sealed class ListwiseFitTests
{
    private const double Penalty = 0.001;
    private static readonly double[] Units = [1, 0.5, 2, 1, 1, 1, 1, 1];

    [Fact]
    public void Solve_AnyCases_MeetsTheConditionsOfTheMinimum()
    {
        var cases = Cases(400);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        var weights = ListwiseFit.Solve(cases, Units, new double[8], Penalty, parallel);
        var slope = ListwiseLoss.At(weights, cases, Units, new double[8], Penalty, parallel).Gradient;
        weights[..4].ShouldContain(weight => weight > 0.1);
        weights[..4].ShouldContain(0);
        for (var d = 0; d < weights.Length; d++)
        {
            // No slope where the weight is free to move, none downwards where it may not fall.
            (weights[d] > 0 ? Math.Abs(slope[d]) : Math.Max(0, -slope[d])).ShouldBeLessThan(1e-6, $"weight {d} is {weights[d]}, slope {slope[d]}");
        }
    }

    [Fact]
    public void At_SmallMoves_AgreesWithItsDerivatives()
    {
        const double Move = 1e-5;
        var cases = Cases(80);
        double[] weights = [0.3, 0.2, 0.5, 0.1, 0, 0, 0, 0];
        ListwiseLoss At(int d, double by)
        {
            var moved = (double[])weights.Clone();
            moved[d] += by;
            return ListwiseLoss.At(moved, cases, Units, new double[8], Penalty, new ParallelOptions());
        }

        var at = At(0, 0);
        for (var d = 0; d < 4; d++)
        {
            var (up, down) = (At(d, Move), At(d, -Move));
            at.Gradient[d].ShouldBe((up.Loss - down.Loss) / (2 * Move), 1e-6);
            for (var e = 0; e < 4; e++)
            {
                at.Curvature[(d * 8) + e].ShouldBe((up.Gradient[e] - down.Gradient[e]) / (2 * Move), 1e-6);
            }
        }
    }

    [Fact]
    public void Step_FreeMinimumOutside_StaysOnTheBound()
    {
        // Free minimum at (-1, 2); with the first held at 0 the second's is 1.5.
        double[] curvature = [2, 1, 1, 2];
        BoundedQuadratic.Step([0, -3], curvature, [0, 0]).ShouldBe([0, 1.5], 1e-7);
        BoundedQuadratic.Step([0, -3], curvature, [5, 5]).ShouldBe([-1, 2], 1e-7);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void BestKeys_ManyKeys_AreTheLeastInOrder(int count)
    {
        var random = new SeededRandom(3);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => random.NextUInt64())];
        var best = new BestKeys(count);
        for (var round = 0; round < 2; round++)
        {
            best.Clear(100);
            Array.ForEach(keys, best.Add);
            best.Sort();
            Enumerable.Range(0, best.Count).Select(place => best[place]).ShouldBe(keys.Order().Take(100));
        }
    }

    // The first signal tells the right answer a little, the second more, the third is noise, the fourth misleads.
    private static BlendCase[] Cases(int count)
    {
        var random = new SeededRandom(1);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var signals = new float[8 * 20];
            for (var j = 0; j < 20; j++)
            {
                float[] bias = j == 0 ? [0.3f, 0.8f, 0, -0.5f] : [0, 0, 0, 0];
                for (var d = 0; d < bias.Length; d++)
                {
                    signals[(j * 8) + d] = (float)random.NextNormal() + bias[d];
                }
            }

            return new BlendCase(0, signals, number % 2 == 0 ? 1 : 0.5);
        })];
    }
}
