namespace BundleFunctions.Privacy;

/// <summary>What one round of the privacy timer did in one shop.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Erasures">Erasures that waited.</param>
/// <param name="Retention">What was too old; null where the round failed before.</param>
/// <param name="Fault">Why the round failed; null where it did not.</param>
public sealed record ShopPrivacy(ShopId Shop, IReadOnlyList<ErasureStatus> Erasures, RetentionReport? Retention, string? Fault);
