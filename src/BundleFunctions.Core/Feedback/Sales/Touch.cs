namespace BundleFunctions.Feedback.Sales;

/// <summary>A visitor chose a bundle.</summary>
/// <param name="At">When.</param>
/// <param name="Bundle">The bundle.</param>
/// <param name="Stamp">The answer that it stood in.</param>
internal sealed record Touch(DateTimeOffset At, BundleId Bundle, RecommendationStamp Stamp);
