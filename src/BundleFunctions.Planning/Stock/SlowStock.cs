namespace BundleFunctions.Planning.Stock;

/// <summary>Stock that lasts too long, and the bundles that could carry it away.</summary>
/// <param name="Product">The product.</param>
/// <param name="Title">What the catalogue calls it.</param>
/// <param name="Stock">Pieces on hand.</param>
/// <param name="Excess">Pieces beyond what is expected to sell within the shop's <c>pricing.slowStockDays</c>.</param>
/// <param name="TiedUp">Their cost, or their price where the cost is not known.</param>
/// <param name="ExpectedMargin">Margin of the excess at today's price; null where the cost is not known.</param>
/// <param name="Bundles">Bundles that hold it, most orders behind them first. Handed to the pricing room, where the shop's
/// <c>pricing.clearanceWeight</c> above 0 makes moving it an objective of their prices.</param>
public sealed record SlowStock(
    string Product, string Title, long Stock, long Excess, decimal TiedUp, decimal? ExpectedMargin, IReadOnlyList<string> Bundles);
