using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Dense.Kernels;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Multiply_EverySmallSize_EqualsTheScalarProduct(bool transposeA, bool transposeB)
    {
        for (var size = 0; size <= 70; size++)
        {
            // Each size takes its turn as rows, depth and columns, beside others that share no factor with a tile.
            Check(size, 13, 29, transposeA, transposeB);
            Check(19, size, 17, transposeA, transposeB);
            Check(23, 11, size, transposeA, transposeB);
        }
    }

    [Theory]
    [InlineData(1, 1000, 1)]
    [InlineData(193, 257, 33)]
    [InlineData(401, 513, 277)]
    [InlineData(7, 3, 2500)]
    [InlineData(2000, 70, 65)]
    public void Multiply_RaggedLargerSizes_EqualsTheScalarProduct(int rows, int depth, int columns)
    {
        Check(rows, depth, columns, false, false);
        Check(rows, depth, columns, true, true);
    }

    [Fact]
    public void Multiply_AnyNumberOfThreads_GivesTheSameBits()
    {
        var a = Oracle.Random(777, 601, 1);
        var b = Oracle.Random(601, 533, 2);
        var expected = MatrixProduct.Multiply(a, b, threads: 1).Values;

        MatrixProduct.Multiply(a, b, threads: 2).Values.ShouldBe(expected);
        MatrixProduct.Multiply(a, b, threads: 8).Values.ShouldBe(expected);
    }

    [Fact]
    public void Multiply_InnerSizesDiffer_Refuses() =>
        Should.Throw<ArgumentException>(() => MatrixProduct.Multiply(new DenseMatrix(2, 3), new DenseMatrix(4, 5)))
            .Message.ShouldStartWith("Cannot multiply 2 x 3 by 4 x 5.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Square_EverySmallSize_EqualsTheScalarProduct(bool transpose)
    {
        foreach (var size in Enumerable.Range(0, 71).Append(300))
        {
            var a = transpose ? Oracle.Random(41, size, size) : Oracle.Random(size, 41, size);
            var expected = Oracle.Multiply(a, a, transpose, !transpose);

            Oracle.ShouldBeNear(MatrixProduct.Square(a, transpose, threads: 2), expected, 1e-5, $"size {size}");
        }
    }

    [Fact]
    public unsafe void RunPortable_AnyDepth_AgreesWithTheKernelInUse()
    {
        for (var depth = 0; depth <= 70; depth++)
        {
            var a = Oracle.Random(depth + 1, MicroTile.Rows, depth).Values;
            var b = Oracle.Random(depth + 1, MicroTile.Columns, depth + 1).Values;
            var expected = Oracle.Random(MicroTile.Rows, 20, 3);
            var found = expected.Copy();
            fixed (float* pa = a, pb = b, pe = expected.Values, pf = found.Values)
            {
                MicroKernel.Run(depth, pa, pb, pe, 20, -0.5f, add: depth % 2 == 0);
                MicroKernel.RunPortable(depth, pa, pb, pf, 20, -0.5f, add: depth % 2 == 0);
            }

            Oracle.ShouldBeNear(found, expected, 1e-5, $"depth {depth}");
        }
    }

    private static void Check(int rows, int depth, int columns, bool transposeA, bool transposeB)
    {
        var a = transposeA ? Oracle.Random(depth, rows, rows) : Oracle.Random(rows, depth, rows);
        var b = transposeB ? Oracle.Random(columns, depth, columns) : Oracle.Random(depth, columns, columns);

        var found = MatrixProduct.Multiply(a, b, transposeA, transposeB, threads: 2);

        Oracle.ShouldBeNear(found, Oracle.Multiply(a, b, transposeA, transposeB), 1e-4, $"{rows} x {depth} x {columns}");
    }
}
