namespace BundleFunctions.Training.Ranking;

/// <summary>An answer that somebody saw.</summary>
/// <param name="At">When it was seen first.</param>
/// <param name="Bundles">What was shown, in ordinal order.</param>
/// <param name="Taken">What was clicked, put into the cart or bought.</param>
public sealed record ShownAnswer(DateTimeOffset At, IReadOnlyList<BundleId> Bundles, IReadOnlySet<BundleId> Taken);
