namespace BundleFunctions.Pricing;

/// <summary>How often a bundle's products are bought now, singly and together.</summary>
/// <param name="Shares">Share of all orders that hold each line's product, in the order of the lines; 0..1.</param>
/// <param name="JointShare">Share of all orders that hold all of them.</param>
public sealed record BundleDemand(IReadOnlyList<double> Shares, double JointShare);
