using System.Text;
using System.Text.Json.Nodes;
using BundleFunctions.Associations;
using BundleFunctions.Ranking;

namespace BundleFunctions.Core.Tests.Ranking;

public sealed class RankerFileTests
{
    private static readonly string[] Features = ["evidence.confidence", "price.rest"];

    /// <summary>Confidence at most .5? yes: leaf 0; no: price at most .2? yes: leaf 1, no: leaf 2.</summary>
    private static TreeRanker Trees() => new(
        "fasttree", Features, [new RegressionTree([0, 1], [0.5f, 0.2f], [~0, ~1], [1, ~2], [true, false], [-1, 0.25, 2]), new RegressionTree([], [], [], [], [], [0.5])], bias: 10);

    private static LinearRanker Linear() => new("linear", Features, [2, -1], [0.1, 0.4]);

    public static TheoryData<string, string, string> Broken => new()
    {
        { """{"formatVersion":2}""", "it", "damaged" },
        { Text(node => node["formatVersion"] = 2), "another version", "format version 2" },
        { Text(node => node["surprise"] = 1), "an unknown field", "damaged" },
        { Text(node => node["method"] = "Fast Tree!"), "a method with other letters", "The method is" },
        { Text(node => node["features"]![0] = "moon.phase"), "an unknown feature", "'moon.phase', which this program does not know" },
        { Text(node => node["features"]![0] = "price.rest"), "a feature twice", "'price.rest' twice" },
        { Text(node => node["trees"] = new JsonArray()), "no trees", "0 trees" },
        { Text(node => node["trees"]![0]!["leaves"]![0] = "NaN"), "a leaf in words", "damaged" },
        { Text(node => node["trees"]![0]!["leaves"]!.AsArray().RemoveAt(0)), "a leaf too few", "expected as many" },
        { Text(node => node["trees"]![0]!["thresholds"]!.AsArray().Add(1)), "a threshold too many", "expected as many" },
        { Text(node => node["trees"]![0]!["features"]![0] = 7), "a feature of no place", "asks for feature 7" },
        { Text(node => node["trees"]![0]!["right"]![1] = 0), "a way back to the root", "node 1 leads to node 0" },
        { Text(node => node["trees"]![0]!["right"]![0] = 0), "a node that is its own child", "node 0 leads to node 0" },
        { Text(node => node["trees"]![0]!["left"]![0] = ~2), "a leaf with two parents", "leads to leaf 2" },
        { Text(node => node["trees"]![0]!["left"]![0] = int.MinValue), "a leaf that is not there", "leads to leaf" },
        { Text(node => node["weights"] = new JsonArray(1, 2)), "weights beside trees", "neither trees alone" },
        { """{"formatVersion":1,"method":"linear","features":["price.rest"],"weights":[1e999],"usual":[0]}""", "an infinite weight", "" },
        { """{"formatVersion":1,"method":"linear","features":["price.rest"],"weights":[1,2],"usual":[0]}""", "a weight too many", "2 weights" },
        { "[1,2", "no JSON", "damaged" },
        { "null", "null", "damaged" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_WhatCannotBeRankedBy_IsRefusedWithTheReason(string text, string what, string reason) =>
        Should.Throw<InvalidModelException>(() => RankerFile.Read(Encoding.UTF8.GetBytes(text)), what).Message.ShouldContain(reason, Case.Sensitive);

    [Fact]
    public void Read_WhatWasWritten_ScoresAlikeAndWritesTheSameBytes()
    {
        foreach (var ranker in (BundleRanker[])[Trees(), Linear()])
        {
            var read = RankerFile.Read(Bytes(ranker));

            read.Method.ShouldBe(ranker.Method);
            Bytes(read).ShouldBe(Bytes(ranker));
            read.Score(Row(0.7f, 0.3f)).ShouldBe(ranker.Score(Row(0.7f, 0.3f)));
        }
    }

    [Theory]
    [InlineData(0.5f, 0.9f, 9.5)]
    [InlineData(0.6f, 0.2f, 10.75)]
    [InlineData(0.6f, 0.21f, 12.5)]
    [InlineData(float.NaN, 0.9f, 9.5)]
    [InlineData(0.6f, float.NaN, 12.5)]
    public void Score_OfTrees_FollowsThresholdsAndMissingValues(float confidence, float price, double expected) =>
        Trees().Score(Row(confidence, price)).ShouldBe(expected);

    [Theory]
    [InlineData(0.5f, 0.5f, 0.5)]
    [InlineData(float.NaN, 0.5f, -0.3)]
    [InlineData(0.5f, float.NaN, 0.6)]
    public void Score_OfWeights_TakesTheUsualForWhatIsNotKnown(float confidence, float price, double expected) =>
        Linear().Score(Row(confidence, price)).ShouldBe(expected, 1e-9);

    [Fact]
    public void Score_OfEither_AllocatesNothing()
    {
        var (row, rankers, sum) = (Row(0.6f, 0.3f), (BundleRanker[])[Trees(), Linear()], 0.0);
        sum += rankers[0].Score(row) + rankers[1].Score(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            sum += rankers[i & 1].Score(row);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.ShouldNotBe(0);
    }

    private static float[] Row(float confidence, float price)
    {
        var row = new float[RankingFeatures.Count];
        (row[RankingFeatures.PlaceOf(Features[0])], row[RankingFeatures.PlaceOf(Features[1])]) = (confidence, price);
        return row;
    }

    private static byte[] Bytes(BundleRanker ranker)
    {
        using var file = new MemoryStream();
        RankerFile.Write(ranker, file);
        return file.ToArray();
    }

    private static string Text(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Bytes(Trees()))!;
        change(node);
        return node.ToJsonString();
    }
}
