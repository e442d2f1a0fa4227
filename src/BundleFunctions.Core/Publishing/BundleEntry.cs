using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>A bundle as a document holds it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Score">Its score.</param>
/// <param name="Products">Anchor first.</param>
/// <param name="Roles">One letter for each product: anchor, complement, x for add-on.</param>
/// <param name="Counts">Orders of all, of the anchor, of the rest.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="List">List price.</param>
/// <param name="Offer">Left out where it is the list price.</param>
/// <param name="Quantities">Left out where all are 1.</param>
/// <param name="MaxBundles">How many can be delivered; left out where no stock is counted.</param>
/// <param name="LimitedBy">Index of the product that sets that limit.</param>
/// <param name="Discount">How the discount is told, by <see cref="DiscountCode"/>; left out where there is none.</param>
/// <param name="Basis">What demand was judged by, by <see cref="Pricing.PriceBasis"/>; left out where it was not judged.</param>
/// <param name="Signals">The four of <see cref="Ranking.BundleSignals"/>; left out where the model has no learned order.</param>
internal sealed record BundleEntry(
    [property: JsonPropertyName("i")] BundleId Id,
    [property: JsonPropertyName("s")] double Score,
    [property: JsonPropertyName("p")] IReadOnlyList<ProductId> Products,
    [property: JsonPropertyName("r")] string Roles,
    [property: JsonPropertyName("n")] IReadOnlyList<int> Counts,
    [property: JsonPropertyName("c")] string Currency,
    [property: JsonPropertyName("l")] decimal List,
    [property: JsonPropertyName("o")] decimal? Offer = null,
    [property: JsonPropertyName("q")] IReadOnlyList<int>? Quantities = null,
    [property: JsonPropertyName("x")] int? MaxBundles = null,
    [property: JsonPropertyName("y")] int? LimitedBy = null,
    [property: JsonPropertyName("d")] string? Discount = null,
    [property: JsonPropertyName("b")] int? Basis = null,
    [property: JsonPropertyName("g")] IReadOnlyList<int>? Signals = null);
