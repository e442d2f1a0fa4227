namespace BundleFunctions.Pricing;

/// <summary>What is believed of one product's own-price elasticity: a normal distribution.</summary>
/// <param name="Mean">d ln units / d ln price, below 0 for almost every product.</param>
/// <param name="Sd">Its standard deviation.</param>
/// <param name="Source">What it was learned from.</param>
/// <param name="PricePoints">Different prices of the product's own history; 0 where it has none.</param>
public sealed record ElasticityEstimate(double Mean, double Sd, ElasticitySource Source, int PricePoints)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Mean ± 1.96 sd.</summary>
    public (double Low, double High) Interval95 => (Mean - (Z95 * Sd), Mean + (Z95 * Sd));
}
