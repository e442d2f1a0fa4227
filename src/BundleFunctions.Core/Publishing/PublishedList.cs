namespace BundleFunctions.Publishing;

/// <summary>One line of a generation's snapshot, and the content of one document.</summary>
/// <param name="Product">The anchor; null for the shop's home list.</param>
/// <param name="Bundles">Best first.</param>
public sealed record PublishedList(ProductId? Product, IReadOnlyList<PublishedBundle> Bundles);
