namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>A trained model, and how the training went.</summary>
/// <param name="Model">What answers queries.</param>
/// <param name="Losses">For each epoch the mean of <c>-ln σ(score of the held item - score of the other)</c>, each before its step.</param>
public sealed record FactorisationMachineFit(MachineModel Model, IReadOnlyList<double> Losses);
