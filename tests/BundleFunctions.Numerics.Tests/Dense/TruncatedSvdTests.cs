using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class TruncatedSvdTests
{
    // Blocks of ones have one singular value each: the root of their rows times columns.
    [Fact]
    public void Of_BlocksOfOnes_FindsEachBlocksValueAndVector()
    {
        (int Rows, int Columns)[] blocks = [(40, 10), (9, 25), (6, 6), (1, 3)];
        var (offsets, columns, start) = (new List<int> { 0 }, new List<int>(), 0);
        foreach (var (rows, width) in blocks)
        {
            for (var row = 0; row < rows; row++)
            {
                columns.AddRange(Enumerable.Range(start, width));
                offsets.Add(columns.Count);
            }

            start += width;
        }

        var found = TruncatedSvd.Of(new SparseMatrix([.. offsets], [.. columns], [.. columns.Select(_ => 1f)], start), 6, 4, 2, seed: 3);

        double[] expected = [20, 15, 6, Math.Sqrt(3)];
        found.Values.Length.ShouldBe(4, "the rank is 4");
        for (var j = 0; j < 4; j++)
        {
            found.Values[j].ShouldBe(expected[j], 1e-4);
            var first = blocks[..j].Sum(block => block.Columns);
            for (var column = 0; column < start; column++)
            {
                var inside = column >= first && column < first + blocks[j].Columns;
                Math.Abs(found.Right[column, j]).ShouldBe(inside ? 1 / MathF.Sqrt(blocks[j].Columns) : 0, 1e-3f);
            }
        }
    }

    [Fact]
    public void Of_RandomMatrix_AgreesWithJacobiOnItsGramMatrix()
    {
        var x = Sparse(300, 60, 1);
        var gram = new DenseMatrix(60, 60);
        SparseGram.Add(x, 1, gram);
        gram.MirrorLower();
        var square = new double[60, 60];
        for (var i = 0; i < 3600; i++)
        {
            square[i / 60, i % 60] = gram[i / 60, i % 60];
        }

        var expected = SymmetricEigen.Of(square).Values.Select(Math.Sqrt).ToArray();

        var found = TruncatedSvd.Of(x, 10, 16, 6, seed: 1);

        for (var j = 0; j < 10; j++)
        {
            found.Values[j].ShouldBe(expected[j], expected[0] * 2e-3);
        }

        Oracle.ShouldBeNear(MatrixProduct.Square(found.Right, true), Identity(10), 1e-4, "the vectors are orthonormal");
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSameBits()
    {
        var x = Sparse(500, 90, 2);
        var expected = TruncatedSvd.Of(x, 12, 8, 2, seed: 1, threads: 1).Right.Values;

        TruncatedSvd.Of(x, 12, 8, 2, seed: 1, threads: 8).Right.Values.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(4, 4)]
    public void Of_NothingInIt_HasNoValues(int rows, int columns)
    {
        var found = TruncatedSvd.Of(new SparseMatrix(new int[rows + 1], [], [], columns), 3, 2, 2, seed: 1);

        found.Values.ShouldBeEmpty();
        (found.Right.Rows, found.Right.Columns).ShouldBe((columns, 0));
    }

    [Fact]
    public void SymmetricEigen_KnownMatrix_GivesItsValuesAndVectors()
    {
        var found = SymmetricEigen.Of(new double[,] { { 2, 1, 0 }, { 1, 2, 0 }, { 0, 0, -5 } });

        found.Values.Zip([3.0, 1.0, -5.0], (a, b) => Math.Abs(a - b)).ShouldAllBe(fault => fault < 1e-12);
        Math.Abs(found.Vectors[0, 0] - Math.Sqrt(0.5)).ShouldBeLessThan(1e-12);
        Math.Abs(found.Vectors[0, 1] - Math.Sqrt(0.5)).ShouldBeLessThan(1e-12);
        found.Vectors[2, 2].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void MakeRows_NearlyDependentRows_GivesOrthonormalOnesAndTheRank()
    {
        var vectors = Oracle.Random(6, 400, 9);
        vectors.Row(2).CopyTo(vectors.Row(4));
        for (var i = 0; i < 400; i++)
        {
            vectors[3, i] = vectors[1, i] + (1e-3f * vectors[3, i]);
        }

        Orthonormal.MakeRows(vectors).ShouldBe(5);

        var expected = Identity(6);
        expected[4, 4] = 0;
        Oracle.ShouldBeNear(MatrixProduct.Square(vectors, false), expected, 1e-6, "orthonormal");
    }

    [Fact]
    public void VectorDot_EveryLength_EqualsTheScalarSum()
    {
        for (var length = 0; length <= 70; length++)
        {
            var (a, b) = (Oracle.Random(1, length, 1).Values, Oracle.Random(1, length, 2).Values);
            ((double)VectorDot.Of(a, b)).ShouldBe(a.Zip(b, (x, y) => (double)x * y).Sum(), 1e-5);
        }
    }

    private static DenseMatrix Identity(int size)
    {
        var identity = new DenseMatrix(size, size);
        for (var i = 0; i < size; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private static SparseMatrix Sparse(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var (offsets, held) = (new List<int> { 0 }, new List<int>());
        for (var row = 0; row < rows; row++)
        {
            held.AddRange(Enumerable.Range(0, columns).Where(column => random.Next(2 + column) < 2));
            offsets.Add(held.Count);
        }

        return new SparseMatrix([.. offsets], [.. held], [.. held.Select(_ => 1f)], columns);
    }
}
