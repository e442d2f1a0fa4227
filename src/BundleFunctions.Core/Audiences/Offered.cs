namespace BundleFunctions.Audiences;

/// <summary>What users may be offered: one product or a bundle.</summary>
/// <param name="Products">One or more.</param>
/// <param name="BaseRate">Share of users who take it in <see cref="ResponseModel.Days"/> days, whoever they are; above 0 and below 1.</param>
/// <param name="IsFresh">Whether nobody can have seen or bought it yet.</param>
public sealed record Offered(IReadOnlyList<Product> Products, double BaseRate, bool IsFresh = false);
