using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Factors;

/// <summary>Vectors of latent factors, one a row. Rows are padded with zeros to a multiple of <see cref="Lanes"/>, which every kernel here
/// counts on and keeps.</summary>
public sealed class FactorMatrix
{
    /// <summary>Floats that the kernels take at once.</summary>
    public const int Lanes = 8;

    private readonly AlignedFloats _values;

    /// <param name="rows">Number of vectors, 0 or more.</param>
    /// <param name="rank">Factors of each, 1 or more.</param>
    public FactorMatrix(int rows, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        (Rows, Rank, Stride) = (rows, rank, StrideOf(rank));
        _values = new AlignedFloats((long)rows * Stride);
    }

    public int Rows { get; }

    public int Rank { get; }

    /// <summary>Floats from one row to the next: <see cref="Rank"/> rounded up to a multiple of <see cref="Lanes"/>.</summary>
    public int Stride { get; }

    /// <summary>All rows with their padding.</summary>
    public Span<float> Padded => _values.Span;

    /// <summary>One row with its padding, which must stay 0.</summary>
    public Span<float> this[int row] => _values.Span.Slice(row * Stride, Stride);

    /// <summary>The smallest multiple of <see cref="Lanes"/> that holds so many factors.</summary>
    public static int StrideOf(int rank) => (rank + Lanes - 1) / Lanes * Lanes;

    /// <summary>Normal values of mean 0 and a standard deviation; the same for the same generator on every machine.</summary>
    public static FactorMatrix Normal(int rows, int rank, double deviation, SeededRandom random)
    {
        var matrix = new FactorMatrix(rows, rank);
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var value in matrix[row][..rank])
            {
                value = (float)(deviation * random.NextNormal());
            }
        }

        return matrix;
    }

    /// <summary>The inverse of <see cref="ToArray"/>.</summary>
    /// <exception cref="ArgumentException">The values are no whole number of rows.</exception>
    public static FactorMatrix OfArray(ReadOnlySpan<float> values, int rank)
    {
        if (rank < 1 || values.Length % rank != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole number of rows of {rank} factors.", nameof(values));
        }

        var matrix = new FactorMatrix(values.Length / rank, rank);
        for (var row = 0; row < matrix.Rows; row++)
        {
            values.Slice(row * rank, rank).CopyTo(matrix[row]);
        }

        return matrix;
    }

    /// <summary>Row by row, without padding.</summary>
    public float[] ToArray()
    {
        var values = new float[Rows * Rank];
        for (var row = 0; row < Rows; row++)
        {
            this[row][..Rank].CopyTo(values.AsSpan(row * Rank));
        }

        return values;
    }

    /// <summary>The first row that holds a NaN or an infinity; -1 where there is none.</summary>
    public int FirstNotFinite()
    {
        var values = Padded;
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i / Stride;
            }
        }

        return -1;
    }
}
