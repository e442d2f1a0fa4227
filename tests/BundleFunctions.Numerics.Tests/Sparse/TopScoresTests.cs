using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Tests.Sparse;

public sealed class TopScoresTests
{
    [Fact]
    public void Take_EveryCapacityAndOrder_KeepsTheBestTiesToTheLower()
    {
        var random = new Random(2);
        for (var capacity = 1; capacity <= 20; capacity++)
        {
            int[] numbers = [.. Enumerable.Range(0, 60)];
            random.Shuffle(numbers);
            var top = new TopScores(capacity);
            foreach (var number in numbers)
            {
                top.Add(number, (number * 7 % 13) - 2);
            }

            var (kept, scores) = (new int[capacity], new float[capacity]);
            top.Take(kept, scores).ShouldBe(capacity);
            kept.ShouldBe(Enumerable.Range(0, 60).OrderByDescending(n => n * 7 % 13).ThenBy(n => n).Take(capacity).Order());
            scores.ShouldBe(kept.Select(n => (float)((n * 7 % 13) - 2)));
            top.Count.ShouldBe(0);
        }
    }

    [Fact]
    public void Add_NothingAboveZero_KeepsNone()
    {
        var top = new TopScores(3);
        top.Add(1, 0);
        top.Add(2, -1);
        top.Add(3, double.NaN);
        top.Count.ShouldBe(0);
    }
}
