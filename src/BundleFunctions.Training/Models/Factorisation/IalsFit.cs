using BundleFunctions.Numerics.Factors;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>A trained model, and how the training went.</summary>
/// <param name="Model">What answers queries.</param>
/// <param name="Rows">Vectors of the rows that it was trained on.</param>
/// <param name="Losses">After each epoch, <c>(Σ_ui c_ui (p_ui - x_u . y_i)² + Σ_u λ_u |x_u|² + Σ_i λ_i |y_i|²) / Σ_ui c_ui</c> over all pairs,
/// where c is 1 + α value and p is 1 for what is observed, and c is 1 and p is 0 for all else.</param>
public sealed record IalsFit(IalsModel Model, FactorMatrix Rows, IReadOnlyList<double> Losses);
