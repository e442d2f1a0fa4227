namespace BundleFunctions.Publishing;

/// <summary>A bundle of a product's list, as small as many users' bundles need it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Score">Its score in the list.</param>
/// <param name="Products">What it holds.</param>
/// <param name="Rest">Its entry in a list document, from the first field after the score.</param>
internal sealed record ListedBundle(BundleId Id, double Score, ProductId[] Products, byte[] Rest);
