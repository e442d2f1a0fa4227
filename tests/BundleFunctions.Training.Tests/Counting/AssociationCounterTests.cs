using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Testing;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Data;
using BundleFunctions.Training.Tests.Evaluation;

namespace BundleFunctions.Training.Tests.Counting;

public sealed class AssociationCounterTests
{
    [Theory]
    [InlineData(200, 8, 1)]
    [InlineData(400, 25, 2)]
    [InlineData(60, 40, 3)]
    [InlineData(30, 3, 4)]
    public void Count_RandomOrders_EqualsBruteForce(int orders, int products, int seed)
    {
        var options = new TrainingOptions { Neighbours = 8, SetNeighbours = 6, MinSetOrders = 2, SetsPerProduct = 9, MinUsers = 1 };
        var random = TestBaskets.Random(orders, products, seed);

        Show(Train(random, options)).ShouldBe(Show(BruteForce.Train(random, options)));
    }

    [Fact]
    public void Count_AnyNumberOfThreads_GivesTheSameLines()
    {
        var orders = TestBaskets.Random(3000, 1500, 5);
        var expected = Show(Train(orders, new TrainingOptions { Threads = 1, MinSetOrders = 2 }));

        foreach (var threads in new[] { 2, 8 })
        {
            Show(Train(orders, new TrainingOptions { Threads = threads, MinSetOrders = 2 })).ShouldBe(expected);
        }
    }

    [Fact]
    public void Count_PlantedBundle_IsTheBestSetOfItsAnchor()
    {
        var noise = TestBaskets.Random(2000, 60, 6);
        string[] bundle = ["camera", "sd-card", "tripod"];
        var orders = noise.Concat(Enumerable.Repeat(bundle, 40)).ToArray();

        var camera = Train(orders, new TrainingOptions()).Single(line => line.Product.Value == "camera");

        camera.Orders.ShouldBe(40);
        camera.Neighbours.Select(neighbour => neighbour.Product.Value).ShouldBe(["sd-card", "tripod"], ignoreOrder: true);
        camera.Sets.ShouldHaveSingleItem().Rest.Select(product => product.Value).ShouldBe(["sd-card", "tripod"]);
    }

    [Fact]
    public void Count_OtherModels_OrderTheNeighboursAsTheyScore()
    {
        string[][] orders = [.. Enumerable.Repeat(new[] { "a", "b" }, 9), .. Enumerable.Repeat(new[] { "a", "c" }, 5), .. Enumerable.Repeat(new[] { "d" }, 9)];
        var baskets = TestBaskets.Encoded(orders);
        var model = new FormulaModel(4, (_, item) => item);

        var line = new AssociationCounter(new TrainingOptions(), model).Count(baskets, CancellationToken.None).First();

        line.Neighbours.Select(neighbour => (neighbour.Product.Value, neighbour.Together)).ShouldBe([("c", 5), ("b", 9)]);
    }

    [Fact]
    public void Count_ScoreIsNotFinite_Refuses() =>
        Should.Throw<DivergedException>(() => new AssociationCounter(new TrainingOptions(), new FormulaModel(3, (_, _) => float.NaN))
            .Count(TestBaskets.Encoded([["a", "b"], ["a", "b"], ["a", "b"], ["c"]]), CancellationToken.None).ToList()).Message.ShouldContain("score NaN");

    // Brute force walks 9,835 orders for every set: anchors of every popularity stand for the rest.
    [RealDataFact("groceries")]
    public void Count_Groceries_CountsAsBruteForce()
    {
        var orders = File.ReadLines(Path.Combine(RealData.Folder("groceries"), "groceries.csv"))
            .Select(line => line.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).Distinct().ToArray())
            .ToArray();
        var sets = orders.Select(order => order.ToHashSet(StringComparer.Ordinal)).ToArray();

        var lines = Train(orders, new TrainingOptions());

        orders.Length.ShouldBe(9835);
        lines.Count.ShouldBe(169);
        lines.Sum(line => line.Sets.Count).ShouldBeGreaterThan(1000);
        foreach (var line in lines.Where((_, i) => i % 4 == 0))
        {
            line.Orders.ShouldBe(Count(sets, line.Product));
            foreach (var neighbour in line.Neighbours)
            {
                neighbour.Orders.ShouldBe(Count(sets, neighbour.Product));
                neighbour.Together.ShouldBe(Count(sets, line.Product, neighbour.Product));
            }

            foreach (var set in line.Sets)
            {
                set.Orders.ShouldBe(Count(sets, [line.Product, .. set.Rest]));
                set.RestOrders.ShouldBe(Count(sets, [.. set.Rest]));
            }
        }

        // Published figures of this data set (R package arules): whole milk stands in 2,513 orders, with root vegetables in 481.
        var milk = lines.Single(line => line.Product.Value == "whole milk");
        var roots = milk.Neighbours.Single(neighbour => neighbour.Product.Value == "root vegetables");
        var evidence = new Evidence(roots.Together, milk.Orders, roots.Orders, orders.Length);
        milk.Orders.ShouldBe(2513);
        evidence.Support.ShouldBe(0.0489, 0.0001);
        evidence.Lift.ShouldBe(1.756, 0.001);
    }

    private static int Count(HashSet<string>[] orders, params ProductId[] items) =>
        orders.Count(order => items.All(item => order.Contains(item.Value)));

    private static List<ProductAssociations> Train(string[][] orders, TrainingOptions options) =>
        [.. CountedAssociations.Of(TestBaskets.Encoded(orders), options)];

    private static string[] Show(IEnumerable<ProductAssociations> lines) => [.. lines.Select(line => JsonSerializer.Serialize(line))];
}
