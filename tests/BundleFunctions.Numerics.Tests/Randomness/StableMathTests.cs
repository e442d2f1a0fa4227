using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Tests.Randomness;

public sealed class StableMathTests
{
    [Fact]
    public void Log_ManyMagnitudes_AgreesWithTheLibrary()
    {
        var random = new SeededRandom(3);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var x = (random.NextDouble() + 1e-9) * Math.Pow(10, random.NextInt32(-300, 300));
            StableMath.Log(x).ShouldBe(Math.Log(x), Math.Max(1e-15, Math.Abs(Math.Log(x)) * 1e-14));
        }

        StableMath.Log(1).ShouldBe(0);
        StableMath.Log(double.Epsilon).ShouldBe(Math.Log(double.Epsilon), 1e-11);
    }

    [Fact]
    public void Exp_WholeRange_AgreesWithTheLibrary()
    {
        var random = new SeededRandom(4);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var x = (random.NextDouble() - 0.5) * 1400;
            (StableMath.Exp(x) / Math.Exp(x)).ShouldBe(1, 1e-14);
        }

        StableMath.Exp(0).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Log_NotAFinitePositive_IsRefused(double x)
        => Should.Throw<ArgumentOutOfRangeException>(() => StableMath.Log(x));
}
