namespace BundleFunctions.Bundling.Constraints;

/// <summary>At most so many products of a category, with all below it, in one bundle.</summary>
/// <param name="Category">Category path, such as <c>Snacks</c>.</param>
/// <param name="Max">Products, 0 or more.</param>
public sealed record CategoryLimit(string Category, int Max);
