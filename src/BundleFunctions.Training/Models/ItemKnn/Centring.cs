using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.ItemKnn;

/// <summary>Takes means off what a matrix stores; places without a value stay without.</summary>
internal static class Centring
{
    /// <summary>Every value less the mean of its row's values.</summary>
    public static SparseMatrix ByRow(SparseMatrix matrix)
    {
        var values = matrix.AllValues.ToArray();
        for (var row = 0; row < matrix.Rows; row++)
        {
            var of = values.AsSpan(matrix.Offsets[row]..matrix.Offsets[row + 1]);
            var sum = 0.0;
            foreach (var value in of)
            {
                sum += value;
            }

            var mean = sum / of.Length;
            foreach (ref var value in of)
            {
                value = (float)(value - mean);
            }
        }

        return new SparseMatrix(matrix.Offsets.ToArray(), matrix.AllColumns.ToArray(), values, matrix.Columns);
    }
}
