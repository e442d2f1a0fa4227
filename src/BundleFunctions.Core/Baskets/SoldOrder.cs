namespace BundleFunctions.Baskets;

/// <summary>What was sold by one order, after everything given back was taken out.</summary>
/// <param name="Key">The order.</param>
/// <param name="User">Who ordered; null where the shop did not say.</param>
/// <param name="At">When its first purchase happened, in UTC.</param>
/// <param name="Lines">By product, in ordinal order; one or more.</param>
public sealed record SoldOrder(OrderKey Key, Pseudonym? User, DateTimeOffset At, IReadOnlyList<SoldPieces> Lines);
