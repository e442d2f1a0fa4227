using BundleFunctions.Numerics.Counting;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Counting;

public sealed class UserCapsTests
{
    [Fact]
    public void Kept_MoreRowsThanAllowed_AreTheNewestOfEachUser()
    {
        UserCaps.Kept([4, 4, -1, 9, 4, -1, 4], 2).ShouldBe([2, 3, 4, 5, 6]);
        UserCaps.Kept([4, 4, -1], 0).ShouldBe([0, 1, 2]);
        UserCaps.Kept([], 3).ShouldBeEmpty();
    }

    [Fact]
    public void Count_RandomRows_EqualsBruteForce()
    {
        var random = new Random(1);
        var data = PlantedPairs.Data(20, rows: 300);
        var rows = data.Rows.ToSets();
        int[] users = [.. Enumerable.Range(0, rows.Count).Select(_ => random.Next(-1, 12))];
        double[] weights = [.. Enumerable.Range(0, rows.Count).Select(_ => random.Next(1, 5) / 4.0)];
        var evidence = new PairEvidence(rows, rows.Transpose(), users, weights);
        for (var anchor = 0; anchor < 20; anchor++)
        {
            evidence.Count(anchor);
            for (var item = 0; item < 20; item++)
            {
                int[] both = item == anchor ? [] : [.. Enumerable.Range(0, rows.Count).Where(row => Holds(rows, row, anchor) && Holds(rows, row, item))];
                evidence.Together(item).ShouldBe(both.Length);
                evidence.Weight(item).ShouldBe(both.Sum(row => weights[row]));
                evidence.Users(item).ShouldBe(both.Count(row => users[row] < 0) + both.Select(row => users[row]).Where(user => user >= 0).Distinct().Count());
            }
        }
    }

    [Fact]
    public void Take_OneRobotWithAHundredThousandOrders_CountsAsOneUserOfAFewRows()
    {
        int[][] orders = [[0, 1], [0, 1], [0, 2], .. Enumerable.Repeat(new[] { 0, 3 }, 100_000)];
        int[] users = [1, 2, 3, .. Enumerable.Repeat(7, 100_000)];
        var kept = UserCaps.Kept(users, 5);
        var rows = UserCaps.Take(Checkerboard.Of(orders, 4).Rows.ToSets(), kept);
        var evidence = new PairEvidence(rows, rows.Transpose(), UserCaps.Take(users, kept), []);
        evidence.Count(0);

        (evidence.Together(1), evidence.Users(1)).ShouldBe((2, 2));
        (evidence.Together(3), evidence.Users(3)).ShouldBe((5, 1));
    }

    private static bool Holds(IndexSets rows, int row, int item) => rows[row].Contains(item);
}
