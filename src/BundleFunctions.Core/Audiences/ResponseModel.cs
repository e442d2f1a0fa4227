namespace BundleFunctions.Audiences;

/// <summary>How affinity becomes the chance that a user takes something within <see cref="Days"/> days: one file of a shop's model folder. It names no person.</summary>
/// <param name="AsOf">The day up to which it was learned.</param>
/// <param name="Products">For products that are on sale already and that the user does not own.</param>
/// <param name="Fresh">For products that nobody has bought yet.</param>
/// <param name="Bundles">For bundles, taken whole in one order; null where too few were, then <paramref name="Products"/> stands in.</param>
/// <param name="Means">What users care for on average.</param>
public sealed record ResponseModel(DateOnly AsOf, ResponseCurve Products, ResponseCurve Fresh, ResponseCurve? Bundles, AffinityMeans Means)
{
    /// <summary>Days within which a response counts.</summary>
    public const int Days = 28;

    internal bool IsSound() => Products.IsSound() && Fresh.IsSound() && Bundles?.IsSound() != false;
}
