using BundleFunctions.DemoShop.Catalogue;

namespace BundleFunctions.DemoShop.Baskets;

/// <summary>A bundle to plant: each order of the anchor takes it up or not, and then takes each member or not.</summary>
internal sealed record BundlePlan(ShopItem Anchor, double TakeUp, IReadOnlyList<(ShopItem Item, double Probability)> Members);
