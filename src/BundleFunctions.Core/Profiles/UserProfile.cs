namespace BundleFunctions.Profiles;

/// <summary>What a shop's events say of one person: small, and only what can be told again from them.</summary>
/// <param name="User">Who.</param>
/// <param name="Orders">Orders of the person's.</param>
/// <param name="LastOrder">The day of the last one, UTC; null where there is none.</param>
/// <param name="LastSeen">The day of the last event of any kind, UTC.</param>
/// <param name="CadenceDays">The median time between two of the last orders, in days; null with fewer than three orders.</param>
/// <param name="PriceLevel">Where in their category the prices of what the person is interested in lie, 0 (the cheapest) to 1; null where not known.</param>
/// <param name="Categories">The strongest interests, shares of all interest, which add up to 1 at most.</param>
/// <param name="Brands">The same of brands.</param>
/// <param name="LastProducts">Products looked at or bought last, the newest first, each once.</param>
public sealed record UserProfile(
    Pseudonym User,
    int Orders,
    DateOnly? LastOrder,
    DateOnly LastSeen,
    double? CadenceDays,
    double? PriceLevel,
    IReadOnlyList<Interest> Categories,
    IReadOnlyList<Interest> Brands,
    IReadOnlyList<ProductId> LastProducts)
{
    /// <summary>What the person paid for orders, in the shop's currency, what was given back taken off; null where nothing had a price.</summary>
    public decimal? Spent { get; init; }
}
