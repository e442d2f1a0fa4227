using BundleFunctions.Bandits;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What giving always one share of the published discounts would have earned, told from answers whose share was drawn.</summary>
/// <param name="DiscountShare">The share, 0..1.</param>
/// <param name="Shown">Bundles shown under a share that was drawn, whichever.</param>
/// <param name="Given">Of them, those under this share.</param>
/// <param name="Margin">Margin a bundle shown, if this share were always given.</param>
public sealed record PolicyReport(double DiscountShare, long Shown, long Given, OffPolicyEstimates Margin);
