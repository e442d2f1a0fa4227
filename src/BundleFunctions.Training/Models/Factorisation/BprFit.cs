namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>A trained model, and how the training went.</summary>
/// <param name="Model">What answers queries.</param>
/// <param name="Losses">For each epoch the mean of <c>-ln σ(x_u . (y_i - y_j))</c> over its triples, each before its step.</param>
public sealed record BprFit(BprModel Model, IReadOnlyList<double> Losses);
