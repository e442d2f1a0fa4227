namespace BundleFunctions.Training.Search;

/// <summary>A setting that was tried.</summary>
/// <param name="Number">0, 1, 2, ...</param>
/// <param name="Setting">What was tried.</param>
/// <param name="Effort">Share of the full effort that it was tried with, above 0, at most 1.</param>
/// <param name="Score">What it reached, the higher the better; null where it failed or came to no finite number.</param>
/// <param name="Failure">Why it has no score; null where it has one.</param>
public sealed record Trial(int Number, Setting Setting, double Effort, double? Score, string? Failure);
