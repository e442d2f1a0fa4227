using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Numerics.Tests.Factors;

public sealed class RowSolverTests
{
    private const float Alpha = 3;
    private const float Lambda = .5f;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 13)]
    [InlineData(5, 13)]
    [InlineData(37, 64)]
    [InlineData(4096, 16)]
    [InlineData(4097, 16)]
    [InlineData(5003, 16)]
    public void Solve_ToTheEnd_FulfilsTheNormalEquations(int count, int rank)
    {
        var (equations, columns, values) = Row(count, rank);
        var x = new float[FactorMatrix.StrideOf(rank)];
        var loss = new RowSolver(rank).Solve(equations, columns, values, Lambda, 4 * rank, 1e-6f, x);

        var (matrix, b) = Dense(equations, columns, values);
        var scale = b.Max(Math.Abs);
        var quadratic = 0.0;
        for (var i = 0; i < rank; i++)
        {
            var product = Enumerable.Range(0, rank).Sum(j => matrix[i, j] * x[j]);
            (product / scale).ShouldBe(b[i] / scale, 1e-3);
            quadratic += x[i] * (product - (2 * b[i]));
        }

        x[rank..].ShouldAllBe(padding => padding == 0);
        loss.ShouldBe(quadratic, 1e-3 * Math.Abs(quadratic));
    }

    [Fact]
    public void Solve_AfterLongerRows_SameAsAFreshSolver()
    {
        var used = new RowSolver(16);
        foreach (var count in new[] { 5000, 3, 4096, 70, 1, 2 })
        {
            var (equations, columns, values) = Row(count, 16);
            var (first, second) = (new float[16], new float[16]);
            used.Solve(equations, columns, values, Lambda, 3, 0, first);
            new RowSolver(16).Solve(equations, columns, values, Lambda, 3, 0, second);
            first.ShouldBe(second);
        }
    }

    [Fact]
    public void Solve_ColumnOutOfRange_Refuses()
    {
        var (equations, _, _) = Row(3, 8);
        Should.Throw<ArgumentException>(() => new RowSolver(8).Solve(equations, [equations.Factors.Rows], [1], Lambda, 3, 0, new float[8]));
        Should.Throw<ArgumentException>(() => new RowSolver(8).Solve(equations, [-1], [1], Lambda, 3, 0, new float[8]));
    }

    [Fact]
    public void Solve_NoColumns_ClearsTheVector()
    {
        var (equations, _, _) = Row(3, 8);
        var x = new[] { 1f, 2, 3, 4, 5, 6, 7, 8 };
        new RowSolver(8).Solve(equations, [], [], Lambda, 3, 0, x).ShouldBe(0);
        x.ShouldAllBe(value => value == 0);
    }

    private static (NormalEquations Equations, int[] Columns, float[] Values) Row(int count, int rank)
    {
        var random = new SeededRandom(9);
        var factors = FactorMatrix.Normal(count + 20, rank, .3, random);
        var gram = GramMatrix.Of(factors, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        int[] columns = [.. Enumerable.Range(7, count)];
        return (new NormalEquations(factors, gram, Alpha), columns, [.. columns.Select(_ => (float)random.NextInt32(1, 3))]);
    }

    private static (double[,] Matrix, double[] B) Dense(NormalEquations equations, int[] columns, float[] values)
    {
        var rank = equations.Factors.Rank;
        var (matrix, b) = (new double[rank, rank], new double[rank]);
        for (var i = 0; i < rank; i++)
        {
            matrix[i, i] = Lambda;
            for (var j = 0; j < rank; j++)
            {
                matrix[i, j] += equations.Gram[i][j];
                for (var n = 0; n < columns.Length; n++)
                {
                    var y = equations.Factors[columns[n]];
                    matrix[i, j] += Alpha * values[n] * (double)y[i] * y[j];
                }
            }

            for (var n = 0; n < columns.Length; n++)
            {
                b[i] += (1 + (Alpha * values[n])) * equations.Factors[columns[n]][i];
            }
        }

        return (matrix, b);
    }
}
