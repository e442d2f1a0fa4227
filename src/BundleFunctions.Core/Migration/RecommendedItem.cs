namespace BundleFunctions.Migration;

/// <summary>A single item, as the retired accelerator named its fields.</summary>
/// <param name="RecommendedItemId">The product.</param>
/// <param name="Score">Orders the items of one answer; higher is better.</param>
public sealed record RecommendedItem(ProductId RecommendedItemId, double Score);
