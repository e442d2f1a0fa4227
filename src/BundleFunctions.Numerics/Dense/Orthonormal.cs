namespace BundleFunctions.Numerics.Dense;

/// <summary>Orthonormal bases of few long vectors: Gram and Schmidt's way, each vector against all before it twice, which is enough (Giraud,
/// Langou, Rozloznik 2005). Sums in double precision.</summary>
public static class Orthonormal
{
    // What is left of a vector that lies in the span of those before it is rounding.
    private const double Dependent = 1e-5;

    /// <summary>Replaces the rows, in order, by orthonormal ones of the same span. A row that depends on those before it becomes 0.</summary>
    /// <returns>How many rows are not 0: the rank.</returns>
    public static int MakeRows(DenseMatrix vectors)
    {
        var rank = 0;
        for (var row = 0; row < vectors.Rows; row++)
        {
            var vector = vectors.Row(row);
            var before = Math.Sqrt(Dot(vector, vector));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var other = 0; other < row; other++)
                {
                    Subtract(vector, vectors.Row(other), Dot(vector, vectors.Row(other)));
                }
            }

            var length = Math.Sqrt(Dot(vector, vector));
            if (!(length > before * Dependent))
            {
                vector.Clear();
                continue;
            }

            rank++;
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = (float)(vector[i] / length);
            }
        }

        return rank;
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            first += (double)a[i] * b[i];
            second += (double)a[i + 1] * b[i + 1];
            third += (double)a[i + 2] * b[i + 2];
            fourth += (double)a[i + 3] * b[i + 3];
        }

        for (; i < a.Length; i++)
        {
            first += (double)a[i] * b[i];
        }

        return first + second + (third + fourth);
    }

    private static void Subtract(Span<float> vector, ReadOnlySpan<float> direction, double length)
    {
        if (length == 0)
        {
            return;
        }

        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(vector[i] - (length * direction[i]));
        }
    }
}
