using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Numerics.Tests.Counting;

/// <summary>The fast counter against the plain one.</summary>
public sealed class FrequentPairsTests
{
    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(40, 7, 1)]
    [InlineData(200, 23, 2)]
    [InlineData(300, 64, 40)]
    [InlineData(150, 131, 20)]
    public void Count_AnyRows_EqualsThePlainCounter(int rowCount, int universe, int minCount)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var (_, rows) = RandomRows.Make(rowCount, universe, (universe * 10) + seed);
            var expected = Plain(rows, minCount);
            foreach (var threads in new[] { 1, 2, 8 })
            {
                var found = FrequentPairs.Count(rows, minCount, threads, CancellationToken.None);
                Enumerable.Range(0, found.Count).Select(i => (found.First[i], found.Second[i], found.Together[i])).ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Count_RowsLongerThanTheShortSort_EqualsThePlainCounter()
    {
        var rows = RandomRows.Pack([.. Enumerable.Range(0, 9).Select(row => Enumerable.Range(0, 200).Where(item => item % (row + 1) == 0).ToArray())], 200);
        var found = FrequentPairs.Count(rows, 2, 2, CancellationToken.None);

        Enumerable.Range(0, found.Count).Select(i => (found.First[i], found.Second[i], found.Together[i])).ShouldBe(Plain(rows, 2));
    }

    private static List<(int, int, int)> Plain(IndexSets rows, int minCount)
    {
        var counter = new PairCounter(rows, rows.Transpose());
        var pairs = new List<(int, int, int)>();
        for (var anchor = 0; anchor < rows.Universe; anchor++)
        {
            counter.Count(anchor);
            pairs.AddRange(Enumerable.Range(anchor + 1, rows.Universe - anchor - 1)
                .Where(item => counter.Together(item) >= minCount).Select(item => (anchor, item, counter.Together(item))));
        }

        return pairs;
    }
}
