using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Tests.Factors;

public sealed class FactorVectorsTests
{
    public static TheoryData<int> Ranks => [.. Enumerable.Range(1, 40).Append(64).Append(100).Append(256)];

    [Theory]
    [MemberData(nameof(Ranks))]
    public void DotAndAddScaled_EveryRank_EqualScalarLoops(int rank)
    {
        var pair = FactorMatrix.Normal(2, rank, 1, new SeededRandom((ulong)rank));
        var expected = 0.0;
        for (var k = 0; k < rank; k++)
        {
            expected += (double)pair[0][k] * pair[1][k];
        }

        FactorVectors.Dot(pair[0], pair[1]).ShouldBe((float)expected, 1e-4f);

        var sum = pair[1].ToArray();
        FactorVectors.AddScaled(.5f, pair[0], sum);
        for (var k = 0; k < pair.Stride; k++)
        {
            sum[k].ShouldBe(k < rank ? pair[1][k] + (.5f * pair[0][k]) : 0, 1e-6f);
        }
    }

    [Theory]
    [MemberData(nameof(Ranks))]
    public void DotRows_EveryNumberOfRows_EachAsAlone(int count)
    {
        var matrix = FactorMatrix.Normal(count, 20, 1, new SeededRandom(3));
        var x = FactorMatrix.Normal(1, 20, 1, new SeededRandom(4))[0];
        var products = new float[count];
        FactorVectors.DotRows(matrix, x, products);
        for (var row = 0; row < count; row++)
        {
            var alone = new float[1];
            FactorVectors.DotRows(FactorMatrix.OfArray(matrix[row][..20], 20), x, alone);
            products[row].ShouldBe(alone[0]);
            products[row].ShouldBe(FactorVectors.Dot(matrix[row], x), 1e-4f);
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(6, 9)]
    [InlineData(5001, 17)]
    public void Gram_AnyShape_EqualsScalarLoopsOnAnyNumberOfThreads(int rows, int rank)
    {
        var factors = FactorMatrix.Normal(rows, rank, 1, new SeededRandom(5));
        var gram = GramMatrix.Of(factors, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j < gram.Stride; j++)
            {
                var expected = j < rank ? Enumerable.Range(0, rows).Sum(row => (double)factors[row][i] * factors[row][j]) : 0;
                gram[i][j].ShouldBe((float)expected, 1e-5f + (1e-6f * rows));
            }
        }

        GramMatrix.Of(factors, new ParallelOptions { MaxDegreeOfParallelism = 8 }).ToArray().ShouldBe(gram.ToArray());
    }

    [Fact]
    public void Dot_VectorsOfOtherLengths_Refuses() => Should.Throw<ArgumentException>(() => FactorVectors.Dot(new float[8], new float[16]));

    [Fact]
    public void Sigmoid_EveryRange_NearTheFunction()
    {
        for (var x = -20f; x <= 20; x += .0137f)
        {
            ((double)SigmoidTable.Sigmoid(x)).ShouldBe(1 / (1 + Math.Exp(-x)), 1e-6);
            ((double)SigmoidTable.Softplus(x)).ShouldBe(Math.Log(1 + Math.Exp(x)), 3e-6);
        }

        SigmoidTable.Sigmoid(float.NaN).ShouldBe(float.NaN);
        SigmoidTable.Softplus(float.NaN).ShouldBe(float.NaN);
        SigmoidTable.Sigmoid(float.NegativeInfinity).ShouldBe(0);
        SigmoidTable.Softplus(float.PositiveInfinity).ShouldBe(float.PositiveInfinity);
    }

    [Fact]
    public void PairwiseStep_OneStep_FollowsTheGradient()
    {
        var v = FactorMatrix.Normal(3, 10, 1, new SeededRandom(6));
        var (x, i, j) = (v[0].ToArray(), v[1].ToArray(), v[2].ToArray());
        PairwiseStep.Margin(v[0], v[1], v[2]).ShouldBe(Enumerable.Range(0, 10).Sum(k => x[k] * (i[k] - j[k])), 1e-5f);
        PairwiseStep.Apply(v[0], v[1], v[2], .1f, .01f);
        for (var k = 0; k < 10; k++)
        {
            v[0][k].ShouldBe((.99f * x[k]) + (.1f * (i[k] - j[k])), 1e-6f);
            v[1][k].ShouldBe((.99f * i[k]) + (.1f * x[k]), 1e-6f);
            v[2][k].ShouldBe((.99f * j[k]) - (.1f * x[k]), 1e-6f);
        }
    }
}
