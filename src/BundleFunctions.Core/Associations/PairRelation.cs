namespace BundleFunctions.Associations;

/// <summary>What two products are to each other: probabilities that sum to 1.</summary>
/// <param name="Complement">Bought together, each for its own use.</param>
/// <param name="Substitute">Compared with each other, and one bought instead of the other.</param>
/// <param name="Variant">The same thing in another size, colour or pack.</param>
/// <param name="Unrelated">None of these.</param>
public sealed record PairRelation(double Complement, double Substitute, double Variant, double Unrelated);
