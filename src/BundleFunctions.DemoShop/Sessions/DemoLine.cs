namespace BundleFunctions.DemoShop.Sessions;

/// <summary>One product of an event.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
/// <param name="UnitPrice">Price of one piece before the discount; null where the event has no prices.</param>
/// <param name="Discount">What was taken off one piece; 0 for nothing.</param>
internal readonly record struct DemoLine(ProductId ProductId, int Quantity, decimal? UnitPrice = null, decimal Discount = 0m);
