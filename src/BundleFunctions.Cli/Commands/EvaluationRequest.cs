using BundleFunctions.Training.Evaluation;

namespace BundleFunctions.Cli.Commands;

/// <summary>What <c>bundles evaluate</c> is to do.</summary>
/// <param name="Models">Names of catalogued models.</param>
/// <param name="Task">What they are asked.</param>
/// <param name="TestShare">Share of the orders that are asked about.</param>
/// <param name="MaxCases">Most cases.</param>
/// <param name="Output">Where the report goes.</param>
/// <param name="Options">How they are judged.</param>
internal sealed record EvaluationRequest(
    IReadOnlyList<string> Models, EvaluationTask Task, double TestShare, int MaxCases, DirectoryInfo Output, EvaluationOptions Options);
