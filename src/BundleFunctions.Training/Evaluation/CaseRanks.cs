namespace BundleFunctions.Training.Evaluation;

/// <summary>1-based ranks that the hidden product of one case got; int.MaxValue where no order to learn from holds it.</summary>
public sealed record CaseRanks(int Model, int Popularity, int Confidence, int Cosine);
