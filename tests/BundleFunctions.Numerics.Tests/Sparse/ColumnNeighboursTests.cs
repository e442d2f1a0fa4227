using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Numerics.Tests.Counting;

namespace BundleFunctions.Numerics.Tests.Sparse;

/// <summary>The fast search against every pair of columns, looked at one by one.</summary>
public sealed class ColumnNeighboursTests
{
    public static TheoryData<string> Forms => ["cosine", "shrunk cosine", "asymmetric", "jaccard", "pearson"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_Sets_EqualsBruteForce(string form)
    {
        foreach (var (rows, items, count) in new[] { (60, 9, 3), (30, 40, 5), (12, 300, 7), (400, 70, 50), (3, 2, 9), (5, 1, 1), (0, 4, 2) })
        {
            var (_, sets) = RandomRows.Make(rows, items, rows + items);
            Check(SparseMatrix.OfSets(sets), form, count);
        }
    }

    // Few items of many in a row: what is counted for an item is gone through, not all there is.
    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_ThinSets_EqualsBruteForce(string form)
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 150).Select(_ => Enumerable.Range(0, 6)
            .Select(_ => (int)(400 * random.NextDouble() * random.NextDouble())).Distinct().Order().ToArray()).ToArray();
        Check(SparseMatrix.OfSets(RandomRows.Pack(rows, 400)), form, 4);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_GradedValues_EqualsBruteForce(string form)
    {
        var random = new Random(5);
        foreach (var (rows, items, count) in new[] { (60, 9, 3), (30, 40, 5), (200, 33, 40) })
        {
            var (_, sets) = RandomRows.Make(rows, items, rows - items);
            var ones = SparseMatrix.OfSets(sets);
            float[] values = [.. Enumerable.Range(0, ones.NonZeros).Select(_ => random.Next(1, 6) / 2f)];
            Check(new SparseMatrix(ones.Offsets.ToArray(), ones.AllColumns.ToArray(), values, items), form, count);
        }
    }

    [Fact]
    public void Find_WorkedExamples_AreOneHalf()
    {
        // Columns (1,0,1) and (0,1,1), then (1,0,1) and (1,1,0).
        Only(new SparseMatrix([0, 1, 2, 4], [0, 1, 0, 1], [1, 1, 1, 1], 2)).ShouldBe(0.5f);
        Only(new SparseMatrix([0, 2, 3, 4], [0, 1, 1, 0], [1, 1, 1, 1], 2)).ShouldBe(0.5f);
    }

    [Fact]
    public void Find_MoreTiesThanRoom_KeepsTheLowerColumns()
    {
        var all = SparseMatrix.OfSets(RandomRows.Pack([.. Enumerable.Repeat(Enumerable.Range(0, 20).ToArray(), 3)], 20));
        var found = ColumnNeighbours.Find(all, SimilarityForm.Cosine(all), 3, 2, CancellationToken.None);

        found.ColumnsOf(0).ToArray().ShouldBe([1, 2, 3]);
        found.ColumnsOf(19).ToArray().ShouldBe([0, 1, 2]);
    }

    private static float Only(SparseMatrix matrix) =>
        ColumnNeighbours.Find(matrix, SimilarityForm.Cosine(matrix), 1, 1, CancellationToken.None).ValuesOf(0)[0];

    private static void Check(SparseMatrix matrix, string name, int count)
    {
        var form = Form(matrix, name);
        var dense = Enumerable.Range(0, matrix.Rows).Select(row => Dense(matrix, row)).ToArray();
        var expected = Enumerable.Range(0, matrix.Columns).Select(a => Enumerable.Range(0, matrix.Columns).Where(b => b != a)
            .Select(b => (b, s: dense.Any(row => row[a] * row[b] != 0) ? form.Of(a, b, dense.Sum(row => row[a] * row[b])) : 0))
            .Where(pair => pair.s > 0).OrderByDescending(pair => pair.s).ThenBy(pair => pair.b).Take(count).OrderBy(pair => pair.b).ToArray()).ToArray();
        foreach (var threads in new[] { 1, 2, 8 })
        {
            var found = ColumnNeighbours.Find(matrix, form, count, threads, CancellationToken.None);
            for (var a = 0; a < matrix.Columns; a++)
            {
                found.ColumnsOf(a).ToArray().ShouldBe(expected[a].Select(pair => pair.b), $"{name}, column {a}, {threads} threads");
                found.ValuesOf(a).ToArray().ShouldBe(expected[a].Select(pair => (float)pair.s));
            }
        }
    }

    private static SimilarityForm Form(SparseMatrix matrix, string name) => name switch
    {
        "cosine" => SimilarityForm.Cosine(matrix),
        "shrunk cosine" => SimilarityForm.Cosine(matrix, shrinkage: 3),
        "asymmetric" => SimilarityForm.Cosine(matrix, weight: 0.8),
        "jaccard" => SimilarityForm.Jaccard(matrix),
        _ => SimilarityForm.Pearson(matrix, shrinkage: 0.5),
    };

    private static double[] Dense(SparseMatrix matrix, int row)
    {
        var values = new double[matrix.Columns];
        for (var i = 0; i < matrix.ColumnsOf(row).Length; i++)
        {
            values[matrix.ColumnsOf(row)[i]] = matrix.ValuesOf(row)[i];
        }

        return values;
    }
}
