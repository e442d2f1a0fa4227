namespace BundleFunctions.Training.Ranking;

/// <summary>How the order of bundles is learned.</summary>
public sealed record RankingOptions
{
    /// <summary>Whether an order is learned at all.</summary>
    public bool IsLearned { get; init; } = true;

    /// <summary>Answers that an order is learned from, chosen by, and judged by, at most so many of each, 100..100000; more are thinned out evenly in time.</summary>
    public int MaxAnswers { get; init; } = 4000;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() => MaxAnswers is < 100 or > 100_000 ? $"training.ranking.maxAnswers is {MaxAnswers}; expected 100..100000." : null;
}
