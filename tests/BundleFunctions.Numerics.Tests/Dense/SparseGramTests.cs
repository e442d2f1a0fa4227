using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Numerics.Tests.Dense;

public sealed class SparseGramTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 5, 2)]
    [InlineData(7, 0, 3)]
    [InlineData(200, 31, 4)]
    public void Add_AnyThreads_EqualsTheDenseProductOnTopOfWhatWasThere(int rows, int columns, int seed)
    {
        var (sparse, dense) = Random(rows, columns, seed);
        var expected = MatrixProduct.Square(dense, transposeA: true);
        foreach (var threads in new[] { 1, 2, 8 })
        {
            var gram = new DenseMatrix(columns, columns);
            Array.Fill(gram.Values, 1f);

            SparseGram.Add(sparse, 0.5f, gram, threads);

            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    gram[i, j].ShouldBe(j <= i ? 1 + (0.5f * expected[i, j]) : 1, 1e-4f);
                }
            }
        }
    }

    [Fact]
    public void Add_AnotherNumberOfItems_Refuses() =>
        Should.Throw<ArgumentException>(() => SparseGram.Add(new SparseMatrix([0], [], [], 3), 1, new DenseMatrix(2, 2)))
            .Message.ShouldStartWith("Expected 3 x 3; found 2 x 2.");

    private static (SparseMatrix Sparse, DenseMatrix Dense) Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var dense = new DenseMatrix(rows, columns);
        var (offsets, held, values) = (new List<int> { 0 }, new List<int>(), new List<float>());
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (random.Next(5) == 0)
                {
                    dense[row, column] = random.Next(1, 9) / 4f;
                    held.Add(column);
                    values.Add(dense[row, column]);
                }
            }

            offsets.Add(held.Count);
        }

        return (new SparseMatrix([.. offsets], [.. held], [.. values], columns), dense);
    }
}
