using BundleFunctions.Associations;
using BundleFunctions.Training.Evaluation.Reports;

namespace BundleFunctions.Training.Contests;

/// <summary>How a contest ended.</summary>
/// <param name="Winner">What is to serve, trained on everything.</param>
/// <param name="Gate">Why.</param>
/// <param name="Validation">All contestants on the orders that chose the challenger.</param>
/// <param name="Test">Challenger, champion and baselines on the orders that nothing was chosen by.</param>
public sealed record ContestResult(Contestant Winner, GateRecord Gate, EvaluationReport Validation, EvaluationReport Test);
