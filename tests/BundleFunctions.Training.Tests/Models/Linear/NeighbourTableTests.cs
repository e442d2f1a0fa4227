using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Tests.Models.Linear;

public sealed class NeighbourTableTests
{
    // Many equal sizes: the lower number of equal ones stays, whatever the order in which a selection meets them.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Set_EveryLength_KeepsWhatAFullSortKeeps(int limit)
    {
        var random = new Random(limit);
        for (var length = 0; length <= 130; length++)
        {
            var weights = Enumerable.Range(0, length).Select(_ => random.Next(-6, 7) / 4f).ToArray();
            int[] inputs = [.. Enumerable.Range(0, length)];
            var table = new NeighbourTable(200, limit);

            table.Set(3, inputs, weights);

            var expected = inputs.OrderByDescending(i => Math.Abs(weights[i])).ThenBy(i => i).Take(limit).Where(i => weights[i] != 0).Order();
            var rows = table.ToInputRows();
            Enumerable.Range(0, 200).Where(row => rows.ColumnsOf(row).Length > 0).ShouldBe(expected);
        }
    }
}
