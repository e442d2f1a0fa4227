using BundleFunctions.Associations;
using BundleFunctions.Offers;

namespace BundleFunctions.Bundling.Search;

/// <summary>A product that was added to a seed.</summary>
/// <param name="Item">The product, its role and its pieces.</param>
/// <param name="Because">The product of the seed or of the bundle that speaks for it most.</param>
/// <param name="Evidence">The counts of that pair, which can be counted again from the lake.</param>
/// <param name="Gain">What it adds to the bundle's value, beside all that is in it.</param>
/// <param name="Alternatives">Products that could stand in its place, best first.</param>
public sealed record SearchedItem(BundleItem Item, ProductId Because, Evidence Evidence, double Gain, IReadOnlyList<ProductId> Alternatives);
