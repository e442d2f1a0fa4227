using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Puts matrices of equal height side by side, each times its factor.</summary>
internal static class SideBySide
{
    public static SparseMatrix Of(IReadOnlyList<(SparseMatrix Matrix, double Factor)> parts, int rows)
    {
        var offsets = new int[rows + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var row = 0; row < rows; row++)
        {
            var left = 0;
            foreach (var (matrix, factor) in parts)
            {
                foreach (var column in matrix.ColumnsOf(row))
                {
                    columns.Add(left + column);
                }

                foreach (var value in matrix.ValuesOf(row))
                {
                    values.Add((float)(factor * value));
                }

                left = checked(left + matrix.Columns);
            }

            offsets[row + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], parts.Sum(part => part.Matrix.Columns));
    }
}
