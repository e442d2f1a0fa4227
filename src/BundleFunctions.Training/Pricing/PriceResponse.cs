namespace BundleFunctions.Training.Pricing;

/// <summary>One product's elasticity by its own history alone.</summary>
/// <param name="Elasticity">d ln units / d ln price.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
/// <param name="PricePoints">Different prices.</param>
public sealed record PriceResponse(double Elasticity, double StandardError, int PricePoints);
