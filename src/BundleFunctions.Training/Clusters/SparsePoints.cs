using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Clusters;

/// <summary>The rows of a sparse matrix as points.</summary>
/// <remarks>Scaled to length 1, squared distance is twice what the cosine lacks to 1: users who bought much and users who bought
/// little of the same are near each other.</remarks>
public sealed class SparsePoints : IPoints
{
    private readonly SparseMatrix _rows;
    private readonly double[] _scales;

    /// <param name="rows">A row a point.</param>
    /// <param name="unitLength">Whether points are scaled to length 1; an empty row stays at the origin.</param>
    public SparsePoints(SparseMatrix rows, bool unitLength)
    {
        _rows = rows;
        _scales = new double[rows.Rows];
        Array.Fill(_scales, 1);
        for (var row = 0; unitLength && row < rows.Rows; row++)
        {
            var square = Square(row);
            _scales[row] = square > 0 ? 1 / Math.Sqrt(square) : 1;
        }
    }

    public int Count => _rows.Rows;

    public int Dimensions => _rows.Columns;

    public double Square(int point)
    {
        var sum = 0.0;
        foreach (var value in _rows.ValuesOf(point))
        {
            sum += (double)value * value;
        }

        return sum * _scales[point] * _scales[point];
    }

    public double Dot(int point, ReadOnlySpan<double> vector)
    {
        var columns = _rows.ColumnsOf(point);
        var values = _rows.ValuesOf(point);
        var sum = 0.0;
        for (var i = 0; i < columns.Length; i++)
        {
            sum += values[i] * vector[columns[i]];
        }

        return sum * _scales[point];
    }

    public double Dot(int point, int other)
    {
        var a = _rows.ColumnsOf(point);
        var b = _rows.ColumnsOf(other);
        var x = _rows.ValuesOf(point);
        var y = _rows.ValuesOf(other);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                sum += (double)x[i++] * y[j++];
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum * _scales[point] * _scales[other];
    }

    public void AddTo(int point, Span<double> vector)
    {
        var columns = _rows.ColumnsOf(point);
        var values = _rows.ValuesOf(point);
        for (var i = 0; i < columns.Length; i++)
        {
            vector[columns[i]] += values[i] * _scales[point];
        }
    }
}
