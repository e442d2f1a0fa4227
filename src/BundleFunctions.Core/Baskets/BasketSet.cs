namespace BundleFunctions.Baskets;

/// <summary>All orders of a shop.</summary>
/// <param name="Baskets">In order of time, then of products, then of key.</param>
/// <param name="Report">What became of the events.</param>
public sealed record BasketSet(IReadOnlyList<Basket> Baskets, BasketReport Report);
