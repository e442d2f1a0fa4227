using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>A list as its document holds it: short names, so that ten bundles fit into about one kilobyte.</summary>
/// <param name="TotalOrders">All orders that were counted.</param>
/// <param name="Bundles">Best first.</param>
internal sealed record ListDocument(
    [property: JsonPropertyName("t")] int TotalOrders,
    [property: JsonPropertyName("b")] IReadOnlyList<BundleEntry> Bundles);
