using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Numerics.Sparse;

/// <summary>A sparse matrix of floats, row by row (compressed sparse rows): row r holds <c>values[offsets[r] .. offsets[r+1]]</c> at the
/// columns of the same places, which are ascending and distinct. Immutable.</summary>
public sealed class SparseMatrix
{
    private readonly int[] _offsets;
    private readonly int[] _columns;
    private readonly float[] _values;

    /// <param name="offsets">Rows + 1 ascending positions, the first 0, the last <c>columns.Length</c>.</param>
    /// <param name="columns">Column of each value, 0..<paramref name="width"/> - 1, ascending within a row.</param>
    /// <param name="values">Finite values, as many as <paramref name="columns"/>.</param>
    /// <param name="width">Number of columns.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, columns are out of order or range, or a value is NaN or infinite.</exception>
    public SparseMatrix(int[] offsets, int[] columns, float[] values, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        if (offsets.Length == 0 || offsets[0] != 0 || offsets[^1] != columns.Length || columns.Length != values.Length)
        {
            throw new ArgumentException($"Offsets must run from 0 to {columns.Length} columns and as many values.", nameof(offsets));
        }

        for (var row = 0; row + 1 < offsets.Length; row++)
        {
            var last = -1;
            for (var i = offsets[row]; i < offsets[row + 1]; i++)
            {
                if (columns[i] <= last || columns[i] >= width)
                {
                    throw new ArgumentException(
                        $"Row {row} has column {columns[i]} after {last}; expected ascending ones below {width}.", nameof(columns));
                }

                if (!float.IsFinite(values[i]))
                {
                    throw new ArgumentException($"Row {row} has {values[i]} in column {columns[i]}; expected a finite value.", nameof(values));
                }

                last = columns[i];
            }
        }

        (_offsets, _columns, _values, Columns) = (offsets, columns, values, width);
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _offsets.Length - 1;

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Values that are stored.</summary>
    public int NonZeros => _columns.Length;

    /// <summary>Row starts: <see cref="Rows"/> + 1 ascending positions.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>The columns of all rows, one after the other.</summary>
    public ReadOnlySpan<int> AllColumns => _columns;

    /// <summary>The values of all rows, one after the other.</summary>
    public ReadOnlySpan<float> AllValues => _values;

    /// <summary>Each member of a set as a 1.</summary>
    public static SparseMatrix OfSets(IndexSets sets)
    {
        var offsets = new int[sets.Count + 1];
        var columns = new int[sets.TotalMembers];
        for (var row = 0; row < sets.Count; row++)
        {
            sets[row].CopyTo(columns.AsSpan(offsets[row]));
            offsets[row + 1] = offsets[row] + sets[row].Length;
        }

        var ones = new float[columns.Length];
        Array.Fill(ones, 1);
        return new SparseMatrix(offsets, columns, ones, sets.Universe);
    }

    /// <summary>A matrix of rows that were made one by one.</summary>
    /// <param name="columns">Of each row its columns, ascending and distinct.</param>
    /// <param name="values">Of each row its values.</param>
    /// <param name="width">Number of columns.</param>
    public static SparseMatrix OfRows(int[][] columns, float[][] values, int width)
    {
        var offsets = new int[columns.Length + 1];
        for (var row = 0; row < columns.Length; row++)
        {
            offsets[row + 1] = checked(offsets[row] + columns[row].Length);
        }

        var allColumns = new int[offsets[^1]];
        var allValues = new float[offsets[^1]];
        for (var row = 0; row < columns.Length; row++)
        {
            columns[row].CopyTo(allColumns, offsets[row]);
            values[row].CopyTo(allValues, offsets[row]);
        }

        return new SparseMatrix(offsets, allColumns, allValues, width);
    }

    /// <summary>Columns of a row, ascending.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columns.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>Values of a row, in the order of <see cref="ColumnsOf"/>.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => _values.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>Some of the rows, in the order given, over the same columns.</summary>
    /// <param name="rows">Row numbers, each 0..<see cref="Rows"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public SparseMatrix TakeRows(ReadOnlySpan<int> rows)
    {
        var offsets = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            offsets[i + 1] = offsets[i] + _offsets[rows[i] + 1] - _offsets[rows[i]];
        }

        var (columns, values) = (new int[offsets[^1]], new float[offsets[^1]]);
        for (var i = 0; i < rows.Length; i++)
        {
            ColumnsOf(rows[i]).CopyTo(columns.AsSpan(offsets[i]));
            ValuesOf(rows[i]).CopyTo(values.AsSpan(offsets[i]));
        }

        return new SparseMatrix(offsets, columns, values, Columns);
    }

    /// <summary>Columns become rows; values of a row in ascending order of the old rows.</summary>
    public SparseMatrix Transpose()
    {
        var offsets = new int[Columns + 1];
        foreach (var column in _columns)
        {
            offsets[column + 1]++;
        }

        for (var i = 0; i < Columns; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var next = offsets[..^1];
        var columns = new int[_columns.Length];
        var values = new float[_columns.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = _offsets[row]; i < _offsets[row + 1]; i++)
            {
                var place = next[_columns[i]]++;
                (columns[place], values[place]) = (row, _values[i]);
            }
        }

        return new SparseMatrix(offsets, columns, values, Rows);
    }

    /// <summary>For each column the sum of a function of its values, in ascending order of the rows.</summary>
    public double[] ColumnSums(Func<float, double> of)
    {
        var sums = new double[Columns];
        for (var i = 0; i < _columns.Length; i++)
        {
            sums[_columns[i]] += of(_values[i]);
        }

        return sums;
    }

    /// <summary>Each row divided by the sum of its values; a row whose sum is 0 as it is.</summary>
    public SparseMatrix RowsToUnitSum()
    {
        var values = new float[_values.Length];
        for (var row = 0; row < Rows; row++)
        {
            var sum = 0.0;
            foreach (var value in ValuesOf(row))
            {
                sum += value;
            }

            for (var i = _offsets[row]; i < _offsets[row + 1]; i++)
            {
                values[i] = sum == 0 ? _values[i] : (float)(_values[i] / sum);
            }
        }

        return new SparseMatrix(_offsets, _columns, values, Columns);
    }

    /// <summary>The same places without their values.</summary>
    public IndexSets ToSets() => new(_offsets, _columns, Columns);
}
