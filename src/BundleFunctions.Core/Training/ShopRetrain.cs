namespace BundleFunctions.Training;

/// <summary>One shop's line in a <see cref="RetrainReport"/>.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ShopRetrain(ShopId Shop, RetrainOutcome Outcome, string Reason);
