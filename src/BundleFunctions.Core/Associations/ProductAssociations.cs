namespace BundleFunctions.Associations;

/// <summary>One line of a model's <c>associations.ndjson.gz</c>: what is bought with one product, with exact counts.</summary>
/// <param name="Product">The anchor.</param>
/// <param name="Orders">Orders that hold the anchor; 1 or more. Its share of all orders is the product's popularity.</param>
/// <param name="Neighbours">Best first, at most as many as the training options say.</param>
/// <param name="Sets">Sets of two or three of the neighbours that were bought with the anchor often enough; best first.</param>
public sealed record ProductAssociations(
    ProductId Product, int Orders, IReadOnlyList<Neighbour> Neighbours, IReadOnlyList<AssociatedSet> Sets);
