using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class CholeskyTests
{
    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 71).Concat([127, 128, 129, 200, 331])];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TryFactor_PositiveDefinite_GivesATriangleWhoseSquareItIs(int size)
    {
        var a = Oracle.PositiveDefinite(size, size);
        var factor = a.Copy();

        Cholesky.TryFactor(factor, threads: 2).ShouldBeTrue();

        var worst = 0.0;
        for (var i = 0; i < size; i++)
        {
            factor[i, i].ShouldBeGreaterThan(0);
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k <= j; k++)
                {
                    sum += (double)factor[i, k] * factor[j, k];
                }

                worst = Math.Max(worst, Math.Abs(sum - a[i, j]));
            }
        }

        worst.ShouldBeLessThan(2e-6 * (size + 10));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TryInvert_PositiveDefinite_EqualsGaussAndJordan(int size)
    {
        var a = Oracle.PositiveDefinite(size, size + 1);
        var expected = Oracle.Inverse(a);

        Cholesky.TryInvert(a, threads: 2).ShouldBeTrue();

        var worst = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                worst = Math.Max(worst, Math.Abs(a[i, j] - expected[i, j]));
            }

            a.Row(i)[(i + 1)..].ContainsAnyExcept(float.NaN).ShouldBeFalse("above the diagonal nothing may be touched");
        }

        worst.ShouldBeLessThan(1e-4);
    }

    [Fact]
    public void TryInvert_AnyNumberOfThreads_GivesTheSameBits()
    {
        var a = Oracle.PositiveDefinite(611, 5);
        a.MirrorLower();
        float[] Inverse(int threads)
        {
            var copy = a.Copy();
            Cholesky.TryInvert(copy, threads).ShouldBeTrue();
            return copy.Values;
        }

        var expected = Inverse(1);

        Inverse(2).ShouldBe(expected);
        Inverse(8).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, 0f)]
    [InlineData(3, -1f)]
    [InlineData(150, -1f)]
    [InlineData(150, float.NaN)]
    [InlineData(150, float.PositiveInfinity)]
    public void TryFactor_APivotThatIsNotAboveZero_SaysSo(int size, float pivot)
    {
        var a = new DenseMatrix(size, size);
        for (var i = 0; i < size; i++)
        {
            a[i, i] = i == size - 1 ? pivot : 1;
        }

        Cholesky.TryFactor(a).ShouldBeFalse();
    }

    [Fact]
    public void TryFactor_NotSquare_Refuses() =>
        Should.Throw<ArgumentException>(() => Cholesky.TryFactor(new DenseMatrix(2, 3))).Message.ShouldContain("found 2 x 3");

    [Fact]
    public void TryInvert_Cancelled_Stops() =>
        Should.Throw<OperationCanceledException>(
            () => Cholesky.TryInvert(Oracle.PositiveDefinite(100, 1), cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(131)]
    public void Solve_KnownSolution_FindsIt(int size)
    {
        var a = Oracle.PositiveDefinite(size, 7);
        a.MirrorLower();
        var expected = Oracle.Random(size, 1, 8);
        var b = MatrixProduct.Multiply(a, expected);
        Cholesky.TryFactor(a).ShouldBeTrue();

        Cholesky.Solve(a, b.Values);

        Oracle.ShouldBeNear(b, expected, 2e-3, $"size {size}");
    }
}
