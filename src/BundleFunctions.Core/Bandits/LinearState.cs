namespace BundleFunctions.Bandits;

/// <summary>What <see cref="LinUcb"/> has learnt of a shop's shares of the discounts, as it is stored.</summary>
/// <param name="Shares">The shares that it tells apart, in their order.</param>
/// <param name="Gram">Sum of the outer products of what was observed, row by row.</param>
/// <param name="Moments">Sum of the same times what it gave.</param>
/// <param name="Weight">Sum of the weights of what was observed.</param>
public sealed record LinearState(IReadOnlyList<double> Shares, IReadOnlyList<double> Gram, IReadOnlyList<double> Moments, double Weight);
