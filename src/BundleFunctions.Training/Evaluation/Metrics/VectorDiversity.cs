namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Mean cosine distance between two of the first <paramref name="cut"/> items. Items whose vector is 0 are left out.
/// Ziegler et al. 2005; Zhang and Hurley 2008.</summary>
/// <param name="vectors">A finite vector an item, all of one length.</param>
public sealed class VectorDiversity(int cut, IReadOnlyList<float[]> vectors) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"vectorDiversity@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var known = new List<float[]>();
        foreach (var item in Hits.Best(answer, cut))
        {
            if (Dot(vectors[item], vectors[item]) > 0)
            {
                known.Add(vectors[item]);
            }
        }

        var sum = 0.0;
        for (var i = 0; i < known.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += 1 - (Dot(known[i], known[j]) / Math.Sqrt(Dot(known[i], known[i]) * Dot(known[j], known[j])));
            }
        }

        return known.Count < 2 ? null : sum / (known.Count * (known.Count - 1) / 2.0);
    }

    private static double Dot(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }
}
