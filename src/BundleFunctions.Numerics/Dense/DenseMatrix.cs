namespace BundleFunctions.Numerics.Dense;

/// <summary>A matrix of floats in one array, row after row. Not copied on the way in: whoever shares the array shares its changes.</summary>
public sealed class DenseMatrix
{
    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="columns">0 or more; rows times columns at most <see cref="Array.MaxLength"/>.</param>
    public DenseMatrix(int rows, int columns)
        : this(rows, columns, new float[checked((long)rows * columns)])
    {
    }

    /// <param name="rows">0 or more.</param>
    /// <param name="columns">0 or more.</param>
    /// <param name="values">Rows times columns values, row after row; kept, not copied.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public DenseMatrix(int rows, int columns, float[] values)
    {
        if (rows < 0 || columns < 0 || values.LongLength != (long)rows * columns)
        {
            throw new ArgumentException($"Expected {rows} x {columns} values; found {values.LongLength}.", nameof(values));
        }

        (Rows, Columns, Values) = (rows, columns, values);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The values themselves, row after row.</summary>
    public float[] Values { get; }

    public float this[int row, int column]
    {
        get => Values[((long)row * Columns) + column];
        set => Values[((long)row * Columns) + column] = value;
    }

    /// <summary>One row, to read and to write.</summary>
    public Span<float> Row(int row) => Values.AsSpan(checked((int)((long)row * Columns)), Columns);

    /// <summary>A copy of its own.</summary>
    public DenseMatrix Copy() => new(Rows, Columns, (float[])Values.Clone());

    /// <summary>Rows become columns, in a matrix of its own.</summary>
    public DenseMatrix Transpose()
    {
        var transposed = new DenseMatrix(Columns, Rows);
        for (var row = 0; row < Rows; row++)
        {
            var source = Row(row);
            for (var column = 0; column < source.Length; column++)
            {
                transposed[column, row] = source[column];
            }
        }

        return transposed;
    }

    /// <summary>Copies what lies below the diagonal to above it.</summary>
    /// <exception cref="InvalidOperationException">The matrix is not square.</exception>
    public void MirrorLower()
    {
        if (Rows != Columns)
        {
            throw new InvalidOperationException($"Expected a square matrix; found {Rows} x {Columns}.");
        }

        // Tile by tile: a column of a large matrix is a cache line a value.
        const int Tile = 64;
        for (var top = 0; top < Rows; top += Tile)
        {
            for (var left = 0; left <= top; left += Tile)
            {
                for (var row = top; row < Math.Min(top + Tile, Rows); row++)
                {
                    for (var column = left; column < Math.Min(left + Tile, row); column++)
                    {
                        this[column, row] = this[row, column];
                    }
                }
            }
        }
    }

    internal void RequireSquare(string parameter)
    {
        if (Rows != Columns)
        {
            throw new ArgumentException($"Expected a square matrix; found {Rows} x {Columns}.", parameter);
        }
    }
}
