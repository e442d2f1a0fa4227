using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.MarkovNetwork;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Bundles.MarkovNetwork;

public sealed class MarkovLearningTests
{
    private static readonly TrainingContext Context = new(Threads: 2, Seed: 1);

    [Fact]
    public void Learn_BasketsDrawnFromANetwork_FindsItsCouplingsAndLikelihood()
    {
        var truth = RandomNetworks.Make(8, density: 0.4, seed: 9);
        int[][] rows = [.. Draw(truth, 30_000)];

        // Only couplings that draw together are looked for: what pushes apart shows in the biases.
        var learned = new MarkovNetworkLearner(new MarkovNetworkOptions { L1 = 0 }).Learn(BasketRows.Of(rows, 8), Context, default);

        for (var i = 0; i < 8; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (truth.Coupling(i, j) > 1)
                {
                    learned.Coupling(i, j).ShouldBe(truth.Coupling(i, j), 0.5);
                }
            }
        }

        var independent = new MarkovNetworkLearner(new MarkovNetworkOptions { L1 = 1e9 }).Learn(BasketRows.Of(rows, 8), Context, default);
        independent.Couplings.AllColumns.Length.ShouldBe(0);
        var (own, flat, best) = (ExactInference.LogLikelihood(learned, rows), ExactInference.LogLikelihood(independent, rows), ExactInference.LogLikelihood(truth, rows));
        own.ShouldBeGreaterThan(flat);
        own.ShouldBeLessThan(best + 0.01);
    }

    private static IEnumerable<int[]> Draw(PairwiseNetwork network, int count)
    {
        var random = new SeededRandom(2);
        var weights = new double[1 << network.Items];
        for (var mask = 0; mask < weights.Length; mask++)
        {
            weights[mask] = Math.Exp(network.Potential([.. Enumerable.Range(0, network.Items).Select(i => (mask >> i & 1) != 0)]));
        }

        var table = new AliasTable(weights);
        for (var row = 0; row < count; row++)
        {
            var mask = table.Draw(random);
            yield return [.. Enumerable.Range(0, network.Items).Where(i => (mask >> i & 1) != 0)];
        }
    }
}
