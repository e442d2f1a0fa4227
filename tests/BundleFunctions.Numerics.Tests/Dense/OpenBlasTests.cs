using BundleFunctions.Numerics.Dense;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class OpenBlasTests
{
    [OpenBlasFact]
    public void TryInvert_PositiveDefinite_EqualsTheManagedInverse()
    {
        foreach (var size in new[] { 0, 1, 2, 63, 200 })
        {
            var found = Oracle.PositiveDefinite(size, 3);
            var expected = found.Copy();
            Cholesky.TryInvert(expected).ShouldBeTrue();

            OpenBlas.Find()!.TryInvert(found, threads: 2).ShouldBeTrue();

            for (var i = 0; i < size; i++)
            {
                expected.Row(i)[(i + 1)..].Clear();
                found.Row(i)[(i + 1)..].Clear();
            }

            Oracle.ShouldBeNear(found, expected, 1e-5, $"size {size}");
        }
    }

    [OpenBlasFact]
    public void TryInvert_NotPositiveDefinite_SaysSo() =>
        OpenBlas.Find()!.TryInvert(new DenseMatrix(2, 2, [1, 0, 0, -1])).ShouldBeFalse();

    private sealed class OpenBlasFactAttribute : FactAttribute
    {
        public OpenBlasFactAttribute() => Skip = OpenBlas.Find() is null ? "This machine has no OpenBLAS." : null;
    }
}
