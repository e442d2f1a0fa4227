namespace BundleFunctions.Operations.Drift;

/// <summary>How far what a shop sends has moved from what its model learned from.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Drift">By feature, see <see cref="DriftRecord.Drift"/>; empty where nothing can be compared.</param>
/// <param name="Fault">Why it could not be measured; null where it was.</param>
public sealed record ShopDrift(ShopId Shop, IReadOnlyDictionary<string, double> Drift, string? Fault = null)
{
    /// <summary>A population stability index from which the serving model and today's shop have little to do with each other.</summary>
    public const double Threshold = 0.25;
}
