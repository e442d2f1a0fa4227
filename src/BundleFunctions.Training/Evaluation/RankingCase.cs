using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation;

/// <summary>One question whose right answers are known.</summary>
/// <param name="Query">What the model is told.</param>
/// <param name="Relevant">The right answers: distinct item numbers, ascending; one or more. None of them is an item of the query, unless
/// the task says that repeats count.</param>
public sealed record RankingCase(Query Query, int[] Relevant);
