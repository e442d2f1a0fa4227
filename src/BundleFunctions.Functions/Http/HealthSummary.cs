using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>A health report without the names of shops and without what the stores said.</summary>
/// <param name="Status">The worst of the parts.</param>
/// <param name="Stores">Each store's status, by its name.</param>
/// <param name="HealthyShops">Shops that serve a model young enough.</param>
/// <param name="DegradedShops">The others.</param>
/// <param name="OldestModelAgeSeconds">Age of the oldest model that serves; null where none does.</param>
internal sealed record HealthSummary(
    HealthStatus Status,
    IReadOnlyDictionary<string, HealthStatus> Stores,
    int HealthyShops,
    int DegradedShops,
    long? OldestModelAgeSeconds)
{
    public static HealthSummary Of(HealthReport report)
    {
        var stores = new SortedDictionary<string, HealthStatus>(StringComparer.Ordinal);
        foreach (var store in report.Stores)
        {
            stores[store.Store] = store.Status;
        }
        var healthy = report.Shops.Count(shop => shop.Status == HealthStatus.Healthy);
        return new HealthSummary(
            report.Status, stores, healthy, report.Shops.Count - healthy, report.Shops.Max(shop => shop.ModelAgeSeconds));
    }
}
