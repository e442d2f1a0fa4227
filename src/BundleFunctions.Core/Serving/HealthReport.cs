namespace BundleFunctions.Serving;

/// <summary>How the service is.</summary>
/// <param name="Status">The worst of its parts.</param>
/// <param name="Stores">The stores.</param>
/// <param name="Shops">Every shop, in ordinal order; where the documents cannot be reached, those looked at before that was found.</param>
public sealed record HealthReport(HealthStatus Status, IReadOnlyList<StoreHealth> Stores, IReadOnlyList<ShopHealth> Shops);
