using BundleFunctions.DemoShop.Catalogue;

namespace BundleFunctions.DemoShop.Baskets;

/// <summary>One product of an order.</summary>
/// <param name="Item">The product.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
/// <param name="IsIntent">Whether the visitor came for it, rather than adding it to something.</param>
internal readonly record struct BasketLine(ShopItem Item, int Quantity, bool IsIntent);
