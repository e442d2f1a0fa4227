using BundleFunctions.Feedback.Sales;

namespace BundleFunctions.Testing;

/// <summary>What the oracle has to be told besides the lake: who and what a shop knows.</summary>
/// <param name="Products">The catalogue.</param>
/// <param name="Bundles">The products of each bundle, two each, the anchor first.</param>
/// <param name="Ids">The shop's own recommendation ids, each with the row of its variant and its rule, if any.</param>
/// <param name="Model">The row of the model that answered with each of them.</param>
/// <param name="Segments">The segment of each user.</param>
/// <param name="Held">Visitors who are held out; null where nobody is.</param>
public sealed record SalesFacts(
    IReadOnlyCollection<Product> Products,
    IReadOnlyDictionary<BundleId, IReadOnlyList<ProductId>> Bundles,
    IReadOnlyDictionary<string, (string Variant, string? Rule)> Ids,
    string Model,
    IReadOnlyDictionary<Pseudonym, string> Segments,
    IReadOnlyCollection<Pseudonym>? Held)
{
    /// <summary>The currency of the report.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>What the report was asked.</summary>
    public required SalesRequest Request { get; init; }
}
