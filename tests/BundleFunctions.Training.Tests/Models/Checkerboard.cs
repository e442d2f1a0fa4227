using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Models;

/// <summary>Fifty rows over fifty items: even rows hold even items, odd rows odd ones, and one held item in five is left out.</summary>
internal static class Checkerboard
{
    private const int Size = 50;

    public static int[][] Rows { get; } = [.. Enumerable.Range(0, Size).Select(row =>
        Enumerable.Range(0, Size).Where(item => item % 2 == row % 2 && ((row * 7) + (item * 3)) % 5 != 0).ToArray())];

    public static TrainingData Data { get; } = Of(Rows, Size);

    public static Query[] Queries { get; } =
        [.. Rows.Select((items, row) => new Query(items) { Row = row }), new Query([]), new Query([4]), new Query([3, 8])];

    public static TrainingData Of(int[][] rows, int items)
    {
        var offsets = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            offsets[row + 1] = offsets[row] + rows[row].Length;
        }

        int[] columns = [.. rows.SelectMany(row => row)];
        return new TrainingData(new SparseMatrix(offsets, columns, [.. columns.Select(_ => 1f)], items));
    }
}
