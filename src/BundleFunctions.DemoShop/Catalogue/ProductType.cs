namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>One kind of product, such as mirrorless cameras.</summary>
/// <param name="Slug">Start of the product ids.</param>
/// <param name="Name">End of the titles.</param>
/// <param name="Path">The category path below the department.</param>
/// <param name="LowPrice">Lowest price in euros.</param>
/// <param name="HighPrice">Highest price in euros before variants.</param>
/// <param name="MarginPct">Usual margin in percent of the price, 20..60.</param>
/// <param name="Axis">What variants differ in.</param>
/// <param name="Complements">Slugs of the types that are bought with this one; none for what is only ever an addition.</param>
internal sealed record ProductType(
    string Slug,
    string Name,
    string Path,
    int LowPrice,
    int HighPrice,
    int MarginPct,
    VariantAxis Axis,
    params IReadOnlyList<string> Complements)
{
    /// <summary>Whether people buy several at once.</summary>
    public bool IsConsumable => HighPrice <= 30;
}
