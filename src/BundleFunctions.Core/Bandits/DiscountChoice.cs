namespace BundleFunctions.Bandits;

/// <summary>How much of the published discounts an answer gives.</summary>
/// <param name="Share">0..1.</param>
/// <param name="Propensity">Probability with which it was chosen.</param>
/// <param name="Bucket">The time bucket in which it was drawn; 0 where nothing was left to chance.</param>
public sealed record DiscountChoice(double Share, double Propensity, long Bucket);
