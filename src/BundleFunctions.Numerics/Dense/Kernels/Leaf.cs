namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Triangular work on blocks of at most <see cref="Size"/> rows, by plain loops: where the recursions of the larger blocks end.</summary>
internal static unsafe class Leaf
{
    /// <summary>Most rows of a leaf.</summary>
    public const int Size = 64;

    /// <summary>Cholesky factor in place of the lower triangle; false where a pivot is not above zero.</summary>
    public static bool Factor(Block a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            var row = a.At(i, 0);
            for (var j = 0; j < i; j++)
            {
                var other = a.At(j, 0);
                row[j] = (row[j] - Dot(row, other, j)) / other[j];
            }

            var pivot = row[i] - Dot(row, row, i);
            if (!(pivot > 0) || !float.IsFinite(pivot))
            {
                return false;
            }

            row[i] = MathF.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Inverse in place of the lower triangle.</summary>
    public static void Invert(Block l)
    {
        var sums = stackalloc float[Size];
        for (var i = 0; i < l.Rows; i++)
        {
            var row = l.At(i, 0);
            new Span<float>(sums, i).Clear();
            for (var k = 0; k < i; k++)
            {
                Add(sums, l.At(k, 0), row[k], k + 1);
            }

            var pivot = 1 / row[i];
            for (var j = 0; j < i; j++)
            {
                row[j] = -sums[j] * pivot;
            }

            row[i] = pivot;
        }
    }

    /// <summary>The lower triangle of W^T W in place of the lower triangle W.</summary>
    public static void SquareTransposed(Block w)
    {
        for (var i = 0; i < w.Rows; i++)
        {
            var row = w.At(i, 0);
            var pivot = row[i];
            for (var j = 0; j <= i; j++)
            {
                row[j] *= pivot;
            }

            // Rows below are still W's own: each row is replaced after all that it is needed for.
            for (var k = i + 1; k < w.Rows; k++)
            {
                Add(row, w.At(k, 0), w.At(k, 0)[i], i + 1);
            }
        }
    }

    /// <summary>Copies a lower triangle into a square of its own, with zeros above the diagonal.</summary>
    public static Block CopyLower(Block l, float* to)
    {
        var copy = new Block(to, l.Rows, l.Rows, l.Rows);
        for (var i = 0; i < l.Rows; i++)
        {
            new Span<float>(l.At(i, 0), i + 1).CopyTo(new Span<float>(copy.At(i, 0), i + 1));
            new Span<float>(copy.At(i, 0) + i + 1, l.Rows - i - 1).Clear();
        }

        return copy;
    }

    private static float Dot(float* a, float* b, int count)
    {
        var sum = 0f;
        for (var i = 0; i < count; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Add(float* to, float* from, float scale, int count)
    {
        for (var i = 0; i < count; i++)
        {
            to[i] += scale * from[i];
        }
    }
}
