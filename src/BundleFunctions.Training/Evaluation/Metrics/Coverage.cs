namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>Share of the items that may be recommended which anybody was recommended. Ge, Delgado-Battenfeld and Jannach 2010.</summary>
public sealed class Coverage(int cut, RankingTask task) : ITaskMetric
{
    /// <inheritdoc/>
    public string Name => $"coverage@{cut}";

    /// <inheritdoc/>
    public double Of(IReadOnlyList<RankedCase> answers)
    {
        var exposure = Exposure.Of(answers, cut, task);
        return exposure.Length == 0 ? 0 : (double)exposure.Count(times => times > 0) / exposure.Length;
    }
}
