namespace BundleFunctions.Associations;

/// <summary>Two or three products often bought with the anchor in one order.</summary>
/// <param name="Rest">The products besides the anchor, in ordinal order.</param>
/// <param name="Orders">Orders that hold the anchor and all of <paramref name="Rest"/>; 1 or more.</param>
/// <param name="RestOrders">Orders that hold all of <paramref name="Rest"/>, with the anchor or without.</param>
public sealed record AssociatedSet(IReadOnlyList<ProductId> Rest, int Orders, int RestOrders);
