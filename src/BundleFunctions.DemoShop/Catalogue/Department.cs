namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>One department of the shop.</summary>
/// <param name="Name">First segment of the category paths.</param>
/// <param name="Brands">Invented makers.</param>
/// <param name="Season">Demand by month, January first, 1 for the average month.</param>
/// <param name="Praise">Second sentences of descriptions.</param>
/// <param name="Types">What it sells.</param>
internal sealed record Department(
    string Name,
    IReadOnlyList<string> Brands,
    IReadOnlyList<double> Season,
    IReadOnlyList<string> Praise,
    IReadOnlyList<ProductType> Types);
