using System.Runtime.Intrinsics;

namespace BundleFunctions.Numerics.Factors;

/// <summary>YᵀY of a factor matrix: rank x rank, as a factor matrix itself.</summary>
public static unsafe class GramMatrix
{
    private const int LeastPartRows = 1024;
    private const int MostParts = 64;

    /// <summary>Sums fixed parts of the rows in floats, and the parts in doubles in their order: the same bits on any number of threads.</summary>
    public static FactorMatrix Of(FactorMatrix factors, ParallelOptions parallel)
    {
        var partRows = Math.Max(LeastPartRows, (factors.Rows + MostParts - 1) / MostParts);
        var parts = new FactorMatrix[(factors.Rows + partRows - 1) / partRows];
        Parallel.For(0, parts.Length, parallel, part =>
            parts[part] = OfRows(factors, part * partRows, Math.Min(factors.Rows, (part + 1) * partRows)));

        var gram = new FactorMatrix(factors.Rank, factors.Rank);
        for (var i = 0; i < gram.Padded.Length; i++)
        {
            var sum = 0.0;
            foreach (var part in parts)
            {
                sum += part.Padded[i];
            }

            gram.Padded[i] = (float)sum;
        }

        return gram;
    }

    private static FactorMatrix OfRows(FactorMatrix factors, int from, int to)
    {
        var gram = new FactorMatrix(factors.Rank, factors.Rank);
        var stride = factors.Stride;
        fixed (float* rows = factors.Padded, sums = gram.Padded)
        {
            var row = from;
            for (; row + 4 <= to; row += 4)
            {
                var y = rows + ((long)row * stride);
                for (var i = 0; i < factors.Rank; i++)
                {
                    var t = Vector128.Create(y[i], y[i + stride], y[i + (2 * stride)], y[i + (3 * stride)]);
                    FactorKernels.AddScaled4(t, y, y + stride, y + (2 * stride), y + (3 * stride), sums + (i * stride), stride);
                }
            }

            for (; row < to; row++)
            {
                var y = rows + ((long)row * stride);
                for (var i = 0; i < factors.Rank; i++)
                {
                    FactorKernels.AddScaled(y[i], y, sums + (i * stride), stride);
                }
            }
        }

        return gram;
    }
}
