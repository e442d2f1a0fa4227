namespace BundleFunctions.Training.Evaluation.Metrics;

/// <summary>A figure of one answer; a model's figure is its mean over the cases where it is defined.</summary>
public interface ICaseMetric
{
    /// <summary>Name with its cut, such as <c>ndcg@10</c>.</summary>
    string Name { get; }

    /// <summary>False where less is better.</summary>
    bool HigherIsBetter => true;

    /// <summary>The figure; null where the case says nothing of it. Never NaN or infinite.</summary>
    double? Of(RankingCase asked, RankedCase answer);
}
