using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.BayesianNetwork;

namespace BundleFunctions.Training.Tests.Bundles.BayesianNetwork;

public sealed class TreeNetworkTests
{
    [Fact]
    public void Infer_RandomTreesAndEvidence_IsTheJointSummedOut()
    {
        var random = new SeededRandom(8);
        for (var trial = 0; trial < 60; trial++)
        {
            var network = Draw(random, variables: random.NextInt32(2, 6));
            var evidence = network.Cardinalities.Select(count => random.NextBool(0.3) ? random.NextInt32(count) : (int?)null).ToArray();

            var (marginals, probability) = network.Infer(evidence);

            var (expected, total) = BruteForce(network, evidence);
            probability.ShouldBe(total, 1e-12);
            for (var v = 0; v < marginals.Length; v++)
            {
                marginals[v].ShouldBe(expected[v], 1e-9);
            }
        }
    }

    [Fact]
    public void Learn_RowsOfATree_FindsItsEdgesAndTables()
    {
        var random = new SeededRandom(3);
        var cardinalities = new[] { 3, 2, 4, 2 };

        // 0 -> 1, 0 -> 2, 2 -> 3, each mostly a function of its parent.
        var rows = Enumerable.Range(0, 4000).Select(_ =>
        {
            var a = random.NextInt32(3);
            var b = random.NextBool(0.8) ? a % 2 : random.NextInt32(2);
            var c = random.NextBool(0.7) ? a + 1 : random.NextInt32(4);
            var d = random.NextBool(0.9) ? c / 2 : random.NextInt32(2);
            return new[] { a, b, c, d };
        }).ToArray();

        var network = ChowLiu.Learn(rows, cardinalities);

        network.Parents.ShouldBe([-1, 0, 0, 2]);
        network.Infer([0, null, null, null]).Marginals[1][0].ShouldBe(0.9, 0.03);
    }

    [Fact]
    public void Predict_ColdShop_KnowsWhichCategoryGoesWithWhich()
    {
        Product[] products = [.. Enumerable.Range(0, 20).Select(i => new Product
        {
            ProductId = Identifier.Parse<ProductId>($"p{i}"),
            Title = $"p{i}",
            Price = 10 + i,
            Currency = "EUR",
            Categories = [i < 10 ? "Photo/Cameras" : i < 15 ? "Bags/Small" : "Garden/Tools"],
        })];
        var winter = new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);
        var orders = Enumerable.Range(0, 40).Select(i => (
            (IReadOnlyList<ProductId>)[products[i % 10].ProductId, products[(i % 8 == 0 ? 15 : 10) + (i % 5)].ProductId], winter, i % 3 == 0));

        var model = ColdShopModel.Learn(products, orders);

        var (category, level) = model.Predict(products[0], winter);
        model.Categories.ShouldBe(["Bags", "Garden", "Photo"]);
        category["Bags"].ShouldBeGreaterThan(3 * category["Garden"]);
        category.Values.Sum().ShouldBe(1, 1e-9);
        level.Sum().ShouldBe(1, 1e-9);
        ColdShopModel.Learn([], []).Predict(products[0]).Category.ShouldBeEmpty();
    }

    private static TreeNetwork Draw(SeededRandom random, int variables)
    {
        var cardinalities = Enumerable.Range(0, variables).Select(_ => random.NextInt32(2, 4)).ToArray();
        var parents = Enumerable.Range(0, variables).Select(v => v == 0 || random.NextBool(0.2) ? -1 : random.NextInt32(v)).ToArray();
        return new TreeNetwork(cardinalities, parents, [.. parents.Select((parent, v) =>
        {
            var table = new double[parent < 0 ? 1 : cardinalities[parent], cardinalities[v]];
            for (var above = 0; above < table.GetLength(0); above++)
            {
                var draws = Enumerable.Range(0, cardinalities[v]).Select(_ => random.NextDouble() + 0.01).ToArray();
                for (var value = 0; value < draws.Length; value++)
                {
                    table[above, value] = draws[value] / draws.Sum();
                }
            }

            return table;
        })]);
    }

    private static (double[][] Marginals, double Total) BruteForce(TreeNetwork network, int?[] evidence)
    {
        var marginals = network.Cardinalities.Select(count => new double[count]).ToArray();
        var total = 0.0;
        var values = new int[marginals.Length];
        Visit(0);
        return ([.. marginals.Select(row => row.Select(mass => mass / total).ToArray())], total);

        void Visit(int variable)
        {
            if (variable == values.Length)
            {
                var p = 1.0;
                for (var v = 0; v < values.Length; v++)
                {
                    p *= network.Conditional(v, values[v], network.Parents[v] < 0 ? 0 : values[network.Parents[v]]);
                }

                total += p;
                for (var v = 0; v < values.Length; v++)
                {
                    marginals[v][values[v]] += p;
                }

                return;
            }

            for (var value = 0; value < network.Cardinalities[variable]; value++)
            {
                if (evidence[variable] is null || evidence[variable] == value)
                {
                    values[variable] = value;
                    Visit(variable + 1);
                }
            }
        }
    }
}
