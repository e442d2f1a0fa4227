namespace BundleFunctions.Pricing;

/// <summary>What one price is expected to do.</summary>
/// <param name="Mean">Expectation over what elasticities may be.</param>
/// <param name="Scenarios">For each of them.</param>
/// <param name="Worth">What the choice is made by: margin, and slow stock moved by the shop's weight.</param>
internal readonly record struct MarketOutcome(PriceOutcome Mean, PriceOutcome[] Scenarios, double Worth);
