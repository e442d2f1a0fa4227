namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>What sampling found.</summary>
/// <param name="Marginals">P(x_i = 1 | evidence), by item.</param>
/// <param name="RHat">Largest split R-hat of any free item.</param>
/// <param name="EffectiveSamples">Least effective sample size of any free item.</param>
/// <param name="Sweeps">Sweeps of each chain that were counted.</param>
/// <param name="Converged">Whether both passed; where not, the marginals are not to be relied on.</param>
public sealed record GibbsResult(IReadOnlyList<double> Marginals, double RHat, double EffectiveSamples, int Sweeps, bool Converged);
