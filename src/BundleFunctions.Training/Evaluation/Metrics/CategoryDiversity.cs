namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Mean distance between two of the first <paramref name="cut"/> items: Jaccard distance of their category paths, every level of
/// which counts. Items without a category are left out. Ziegler et al. 2005.</summary>
public sealed class CategoryDiversity(int cut, ItemCategories categories) : ICaseMetric
{
    /// <inheritdoc/>
    public string Name => $"diversity@{cut}";

    /// <inheritdoc/>
    public double? Of(RankingCase asked, RankedCase answer)
    {
        var known = new List<int[]>();
        foreach (var item in Hits.Best(answer, cut))
        {
            if (categories.LevelsOf(item).Length > 0)
            {
                known.Add(categories.LevelsOf(item));
            }
        }

        var sum = 0.0;
        for (var i = 0; i < known.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var together = known[i].Intersect(known[j]).Count();
                sum += 1 - ((double)together / (known[i].Length + known[j].Length - together));
            }
        }

        return known.Count < 2 ? null : sum / (known.Count * (known.Count - 1) / 2.0);
    }
}
