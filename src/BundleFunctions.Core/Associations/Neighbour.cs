namespace BundleFunctions.Associations;

/// <summary>A product often bought with the anchor.</summary>
/// <param name="Product">The product.</param>
/// <param name="Orders">Orders that hold the product.</param>
/// <param name="Together">Orders that hold both the anchor and the product; 1 or more.</param>
public sealed record Neighbour(ProductId Product, int Orders, int Together)
{
    /// <summary>What it is to the anchor; null where that was not learned.</summary>
    public PairRelation? Relation { get; init; }

    /// <summary>Pieces that buyers of both most often take of it, 2 or more; null where that is one, or not known.</summary>
    public int? Quantity { get; init; }
}
