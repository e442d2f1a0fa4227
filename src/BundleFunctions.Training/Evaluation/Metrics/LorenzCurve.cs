namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of all recommendations that go to the least recommended items. Lorenz 1905.</summary>
public static class LorenzCurve
{
    private const int Steps = 100;

    /// <summary>Points from 0,0 to 1,1: share of the items, the least recommended first, and share of the recommendations that they got. The first
    /// point alone where nothing was recommended.</summary>
    /// <param name="exposure">Times that each item was recommended.</param>
    public static IReadOnlyList<(double X, double Y)> Of(ReadOnlySpan<long> exposure)
    {
        var sorted = exposure.ToArray();
        Array.Sort(sorted);
        var total = (double)sorted.Sum();
        var points = new List<(double X, double Y)> { (0, 0) };
        var (sum, done) = (0L, 0);
        for (var step = 1; step <= Steps && total > 0; step++)
        {
            for (var upTo = (int)((long)sorted.Length * step / Steps); done < upTo; done++)
            {
                sum += sorted[done];
            }

            points.Add(((double)done / sorted.Length, sum / total));
        }

        return points;
    }
}
