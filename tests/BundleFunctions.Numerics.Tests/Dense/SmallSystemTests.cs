using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class SmallSystemTests
{
    [Fact]
    public void TrySolve_EverySmallSize_FindsTheKnownSolution()
    {
        for (var size = 0; size <= 70; size++)
        {
            var a = Oracle.PositiveDefinite(size, size);
            a.MirrorLower();
            var expected = Oracle.Random(1, size, 4).Values.Select(value => (double)value).ToArray();
            double[] b = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => a[i, j] * expected[j]))];

            SmallSystem.TrySolve([.. a.Values.Select(value => (double)value)], b).ShouldBeTrue();

            b.Zip(expected, (found, known) => Math.Abs(found - known)).ShouldAllBe(fault => fault < 1e-9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void TrySolve_APivotThatIsNotAboveZero_SaysSo(double pivot) =>
        SmallSystem.TrySolve([1, 0, 0, pivot], new double[2]).ShouldBeFalse();
}
