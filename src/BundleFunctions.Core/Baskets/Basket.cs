namespace BundleFunctions.Baskets;

/// <summary>What one order holds after everything given back was taken out.</summary>
/// <param name="Key">The order.</param>
/// <param name="User">Who ordered; null where the shop did not say.</param>
/// <param name="At">When its first purchase happened, in UTC.</param>
/// <param name="Products">Distinct products in ordinal order; one or more.</param>
public sealed record Basket(OrderKey Key, Pseudonym? User, DateTimeOffset At, IReadOnlyList<ProductId> Products);
