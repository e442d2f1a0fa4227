namespace BundleFunctions.Pricing;

/// <summary>Consumers who are alike and whose willingness to pay is known.</summary>
/// <param name="Weight">How many they are, above 0.</param>
/// <param name="Willingness">Most that one would pay for each line of the bundle, all its pieces together, in the order of the lines.</param>
/// <param name="Bundle">Most that one would pay for the whole; null for the sum, which holds for items that are neither complements nor substitutes.</param>
public sealed record Consumer(double Weight, IReadOnlyList<decimal> Willingness, decimal? Bundle = null);
