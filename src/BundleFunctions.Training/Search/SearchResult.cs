namespace BundleFunctions.Training.Search;

/// <summary>What a search came to.</summary>
/// <param name="Best">The best trial of full effort; the earlier of equals. Null where none has a score.</param>
/// <param name="Trials">All trials in order.</param>
/// <param name="Resumed">How many of them an earlier run had made.</param>
/// <param name="IsComplete">False where time ran out first.</param>
public sealed record SearchResult(Trial? Best, IReadOnlyList<Trial> Trials, int Resumed, bool IsComplete);
