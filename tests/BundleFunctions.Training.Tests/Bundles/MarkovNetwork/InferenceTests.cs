using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.MarkovNetwork;

namespace BundleFunctions.Training.Tests.Bundles.MarkovNetwork;

public sealed class InferenceTests
{
    [Fact]
    public void Exact_NetworksUpToTwelveItems_IsBruteForce()
    {
        for (var items = 1; items <= 12; items++)
        {
            for (var trial = 0; trial < (items < 10 ? 8 : 2); trial++)
            {
                var network = RandomNetworks.Make(items, density: 0.6, seed: (ulong)((items * 100) + trial));
                var random = new SeededRandom((ulong)trial);
                var evidence = Enumerable.Range(0, items)
                    .Select(_ => random.NextBool(0.2) ? random.NextBool(0.5) : (bool?)null).ToArray();

                var exact = ExactInference.Of(network, evidence);

                var expected = RandomNetworks.BruteForce(network, evidence, out var logPartition);
                exact.LogPartition.ShouldBe(logPartition, 1e-9);
                for (var i = 0; i < items; i++)
                {
                    exact.Marginals[i].ShouldBe(expected[i], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Exact_MoreItemsThanCanBeWalked_Refuses() =>
        Should.Throw<ArgumentException>(() => ExactInference.Of(RandomNetworks.Make(21, 0.1, 1)));

    [Fact]
    public void Gibbs_MediumNetwork_ConvergesToTheExactMarginals()
    {
        var network = RandomNetworks.Make(14, density: 0.3, seed: 4);
        var evidence = new bool?[14];
        evidence[3] = true;
        evidence[5] = false;

        var sampled = GibbsSampler.Run(network, evidence, new GibbsOptions(), default);

        sampled.Converged.ShouldBeTrue($"{sampled.RHat}, {sampled.EffectiveSamples}");
        var exact = ExactInference.Of(network, evidence).Marginals;
        for (var i = 0; i < 14; i++)
        {
            sampled.Marginals[i].ShouldBe(exact[i], 0.04);
        }

        (sampled.Marginals[3], sampled.Marginals[5]).ShouldBe((1, 0));
    }

    [Fact]
    public void Gibbs_TwoStatesThatNoChainLeaves_SaysThatItDidNotConverge()
    {
        // All or nothing: every item wants the others so much that a chain never turns around.
        var columns = Enumerable.Range(0, 6).SelectMany(i => Enumerable.Range(0, 6).Where(j => j != i)).ToArray();
        var couplings = new Numerics.Sparse.SparseMatrix([0, 5, 10, 15, 20, 25, 30], columns, [.. columns.Select(_ => 8f)], 6);
        var network = new PairwiseNetwork([.. Enumerable.Repeat(-20.0, 6)], couplings);

        GibbsSampler.Run(network, null, new GibbsOptions { SweepsPerRound = 100, MaxRounds = 2 }, default).Converged.ShouldBeFalse();
    }

    [Fact]
    public void Complete_ByModes_EndsWhereNoSingleItemIsBetterTurned()
    {
        for (var seed = 0ul; seed < 30; seed++)
        {
            var network = RandomNetworks.Make(12, 0.5, seed);
            var found = IteratedConditionalModes.Complete(network, [2], [.. Enumerable.Range(0, 12)]);

            found.ShouldContain(2);
            var state = Enumerable.Range(0, 12).Select(found.Contains).ToArray();
            for (var item = 0; item < 12; item++)
            {
                if (item != 2)
                {
                    (network.LogOdds(item, state) > 0).ShouldBe(state[item]);
                }
            }
        }
    }

    [Fact]
    public void SplitRHat_ChainsThatAgreeAndChainsThatDoNot_IsTold()
    {
        var random = new SeededRandom(1);
        float[] Draw(double shift) => [.. Enumerable.Range(0, 400).Select(_ => (float)(random.NextNormal() + shift))];

        ChainDiagnostics.SplitRHat([Draw(0), Draw(0), Draw(0)]).ShouldBe(1, 0.02);
        ChainDiagnostics.SplitRHat([Draw(0), Draw(2)]).ShouldBeGreaterThan(1.3);
        ChainDiagnostics.EffectiveSamples([Draw(0), Draw(0)]).ShouldBeGreaterThan(600);
        float[] slow = [.. Enumerable.Range(0, 400).Select(i => i / 40 % 2 == 0 ? 1f : 0f)];
        ChainDiagnostics.EffectiveSamples([slow, slow]).ShouldBeLessThan(100);
    }
}
