namespace BundleFunctions.Numerics.Factors;

/// <summary>Products and sums of factor vectors, padded as rows of a <see cref="FactorMatrix"/> are.</summary>
public static unsafe class FactorVectors
{
    /// <summary>a . b</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Require(a, b.Length);
        fixed (float* x = a, y = b)
        {
            return FactorKernels.Dot(x, y, a.Length);
        }
    }

    /// <summary>result += scale x</summary>
    public static void AddScaled(float scale, ReadOnlySpan<float> x, Span<float> result)
    {
        Require(x, result.Length);
        fixed (float* from = x, to = result)
        {
            FactorKernels.AddScaled(scale, from, to, x.Length);
        }
    }

    /// <summary>result = keep result + scale x</summary>
    public static void ShrinkAndAdd(float keep, float scale, ReadOnlySpan<float> x, Span<float> result)
    {
        Require(x, result.Length);
        fixed (float* from = x, to = result)
        {
            FactorKernels.ShrinkAndAdd(keep, scale, from, to, x.Length);
        }
    }

    /// <summary>Products of a vector with every row.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="vector">As long as the matrix' stride.</param>
    /// <param name="products">One a row; overwritten.</param>
    public static void DotRows(FactorMatrix matrix, ReadOnlySpan<float> vector, Span<float> products)
    {
        Require(vector, matrix.Stride);
        if (products.Length < matrix.Rows)
        {
            throw new ArgumentException($"There is room for {products.Length} products of {matrix.Rows} rows.", nameof(products));
        }

        fixed (float* rows = matrix.Padded, x = vector)
        {
            for (var row = 0; row < matrix.Rows; row += 4)
            {
                // Four at a time; the last four overlap where rows are no multiple of four, and each product is the same in any place.
                var last = matrix.Rows - 1;
                var sums = FactorKernels.Dot4(
                    RowOf(rows, row, last, matrix.Stride),
                    RowOf(rows, row + 1, last, matrix.Stride),
                    RowOf(rows, row + 2, last, matrix.Stride),
                    RowOf(rows, row + 3, last, matrix.Stride),
                    x,
                    matrix.Stride);
                for (var i = 0; i < 4 && row + i < matrix.Rows; i++)
                {
                    products[row + i] = sums[i];
                }
            }
        }
    }

    private static float* RowOf(float* rows, int row, int last, int stride) => rows + ((long)Math.Min(row, last) * stride);

    private static void Require(ReadOnlySpan<float> vector, int expected)
    {
        if (vector.Length != expected || expected % FactorMatrix.Lanes != 0)
        {
            throw new ArgumentException(
                $"A vector has {vector.Length} floats; expected {expected}, a multiple of {FactorMatrix.Lanes}.", nameof(vector));
        }
    }
}
