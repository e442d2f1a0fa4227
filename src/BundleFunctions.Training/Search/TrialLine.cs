namespace BundleFunctions.Training.Search;

/// <summary>A line of a trial log.</summary>
/// <param name="Search">On the first line: whose trials follow.</param>
/// <param name="Number">Number of the trial.</param>
/// <param name="Places">Where its values lie.</param>
/// <param name="Values">The values, for people who read the log.</param>
/// <param name="Effort">Share of the full effort.</param>
/// <param name="Score">What it reached.</param>
/// <param name="Failure">Why it reached nothing.</param>
internal sealed record TrialLine(string? Search, int? Number, IReadOnlyList<double>? Places, string? Values, double? Effort, double? Score, string? Failure);
