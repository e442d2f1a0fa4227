namespace BundleFunctions.Scoring;

/// <summary>One thing that was done in a session.</summary>
/// <param name="Product">With what product.</param>
/// <param name="Action">What.</param>
public sealed record SessionStep(ProductId Product, EventType Action);
