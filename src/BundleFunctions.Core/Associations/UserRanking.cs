namespace BundleFunctions.Associations;

/// <summary>What a model expects one person to want: one line of a model's <see cref="UserRankings.FileName"/>.</summary>
/// <param name="User">The person.</param>
/// <param name="Products">Best first, at most <see cref="UserRankings.MaxProducts"/>.</param>
/// <param name="Owned">What the person bought, where the model says so; else empty.</param>
public sealed record UserRanking(Pseudonym User, IReadOnlyList<ProductId> Products, IReadOnlyList<ProductId> Owned);
