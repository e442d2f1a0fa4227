namespace BundleFunctions.Training.Evaluation;

/// <summary>How well a ranking names hidden products. With one hidden product a case, hit rate is recall, and NDCG is 1 / log2(rank + 1)
/// within the cut. Jarvelin and Kekalainen 2002.</summary>
public static class RankingFigures
{
    /// <summary>Adds <c>hitRate@10</c>, <c>hitRate@20</c> and <c>ndcg@10</c>, each with its standard error, under a prefix.</summary>
    /// <param name="ranks">1-based rank of the hidden product, a case each; int.MaxValue where it was not ranked at all.</param>
    public static void Add(SortedDictionary<string, double> figures, string prefix, IReadOnlyList<int> ranks)
    {
        Add(figures, $"{prefix}hitRate@10", [.. ranks.Select(rank => rank <= 10 ? 1.0 : 0.0)]);
        Add(figures, $"{prefix}hitRate@20", [.. ranks.Select(rank => rank <= 20 ? 1.0 : 0.0)]);
        Add(figures, $"{prefix}ndcg@10", [.. ranks.Select(rank => rank <= 10 ? 1.0 / Math.Log2(rank + 1.0) : 0.0)]);
    }

    private static void Add(SortedDictionary<string, double> figures, string name, double[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        var mean = values.Sum() / values.Length;
        var squares = values.Sum(value => (value - mean) * (value - mean));
        var standardError = values.Length < 2 ? 0 : Math.Sqrt(squares / (values.Length - 1) / values.Length);
        figures[name] = Round(mean);
        figures[$"{name}.standardError"] = Round(standardError);
    }

    // Six decimals are more than the data can tell, and equal on machines whose logarithms differ in the last bit.
    private static double Round(double value) => Math.Round(value, 6, MidpointRounding.ToEven);
}
