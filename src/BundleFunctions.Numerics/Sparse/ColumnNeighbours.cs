namespace BundleFunctions.Numerics.Sparse;

/// <summary>Finds for every column of a matrix the other columns most like it. Exact: the best by the similarity in double precision,
/// ties to the lower column.</summary>
public static class ColumnNeighbours
{
    private const int AnchorsAtOnce = 32;

    /// <param name="rows">The matrix.</param>
    /// <param name="form">The measure, made for this matrix.</param>
    /// <param name="count">Neighbours kept for a column, 1 or more.</param>
    /// <param name="threads">Threads that may be used, 1 or more; the result is the same for any number.</param>
    /// <returns>Columns x columns: row a holds the similarity of a's neighbours to it, all above 0.</returns>
    public static SparseMatrix Find(SparseMatrix rows, SimilarityForm form, int count, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var items = rows.Columns;
        count = Math.Min(count, Math.Max(items - 1, 1));
        Func<IAnchorScan> scan = rows.AllValues.IndexOfAnyExcept(1f) < 0
            ? new CountedScan.Source(rows.ToSets(), form).New
            : new WeightedScan.Source(rows, form).New;

        var neighbours = new int[items][];
        var similarities = new float[items][];
        Parallel.For(
            0,
            (items + AnchorsAtOnce - 1) / AnchorsAtOnce,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => (Scan: scan(), Top: new TopScores(count), Numbers: new int[count], Scores: new float[count]),
            (block, _, worker) =>
            {
                for (var place = block * AnchorsAtOnce; place < Math.Min((block + 1) * AnchorsAtOnce, items); place++)
                {
                    var anchor = worker.Scan.Collect(place, worker.Top);
                    var kept = worker.Top.Take(worker.Numbers, worker.Scores);
                    neighbours[anchor] = worker.Numbers[..kept];
                    similarities[anchor] = worker.Scores[..kept];
                }

                return worker;
            },
            _ => { });

        return SparseMatrix.OfRows(neighbours, similarities, items);
    }
}
