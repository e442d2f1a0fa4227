using System.Globalization;
using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Benchmarks.Ease;

/// <summary>EASE's weights from orders: Gram matrix, inverse, weights. One thread.</summary>
internal static class EaseTime
{
    /// <summary>Usage: ease FOLDER ITEMS managed|openblas. Prints CPU seconds of the inverse and of all, peak MiB, and a checksum.</summary>
    public static int Run(string[] args)
    {
        var items = int.Parse(args[1], CultureInfo.InvariantCulture);
        var library = string.Equals(args[2], "openblas", StringComparison.Ordinal) ? OpenBlas.Find() ?? throw new DllNotFoundException("OpenBLAS is not there.") : null;
        WarmUp(library);

        var orders = EaseData.Read(args[0], items);
        var inverse = 0.0;
        var sum = 0.0;
        var all = Measured.CpuSeconds(() =>
        {
            var matrix = new DenseMatrix(items, items);
            SparseGram.Add(orders, 1, matrix);
            for (var i = 0; i < items; i++)
            {
                matrix[i, i] += 100;
            }

            inverse = Measured.CpuSeconds(() => Invert(matrix, library));
            sum = Weights(matrix);
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{inverse:F3}\t{all:F3}\t{Measured.PeakMebibytes():F0}\t{sum:G6}"));
        return 0;
    }

    private static void Invert(DenseMatrix matrix, OpenBlas? library)
    {
        if (!(library?.TryInvert(matrix) ?? Cholesky.TryInvert(matrix)))
        {
            throw new InvalidOperationException("The matrix is not positive definite.");
        }
    }

    private static double Weights(DenseMatrix p)
    {
        p.MirrorLower();
        var scale = Enumerable.Range(0, p.Rows).Select(i => -1 / p[i, i]).ToArray();
        var sum = 0.0;
        for (var i = 0; i < p.Rows; i++)
        {
            var row = p.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] *= scale[j];
            }

            row[i] = 0;
            sum += row[i == 0 ? row.Length - 1 : 0];
        }

        return sum;
    }

    private static void WarmUp(OpenBlas? library)
    {
        var small = new DenseMatrix(300, 300);
        for (var round = 0; round < 3; round++)
        {
            Array.Clear(small.Values);
            for (var i = 0; i < small.Rows; i++)
            {
                small[i, i] = 1;
            }

            Invert(small, library);
        }
    }
}
