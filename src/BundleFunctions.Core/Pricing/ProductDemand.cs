namespace BundleFunctions.Pricing;

/// <summary>What was learned of one product's demand.</summary>
/// <param name="PiecesPerDay">Mean pieces sold a day since its first sale.</param>
/// <param name="PricePoints">Different prices at which it was sold.</param>
/// <param name="Elasticity">Own-price elasticity, shrunk towards its category; null where its history does not tell.</param>
/// <param name="Sd">Its standard deviation; null with it.</param>
public sealed record ProductDemand(double PiecesPerDay, int PricePoints, double? Elasticity = null, double? Sd = null);
