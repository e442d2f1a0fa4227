using BundleFunctions.Scoring;

namespace BundleFunctions.Training.Users;

/// <summary>What a user is recommended.</summary>
/// <param name="User">Who.</param>
/// <param name="Products">Best first; none that the user has bought.</param>
/// <param name="Owned">What the user bought, the newest orders first; a long past is cut.</param>
public sealed record UserRecommendation(Pseudonym User, IReadOnlyList<ScoredProduct> Products, IReadOnlyList<ProductId> Owned);
