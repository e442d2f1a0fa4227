namespace BundleFunctions.Planning.Stock;

/// <summary>What to do about one product's stock.</summary>
/// <param name="Product">The product.</param>
/// <param name="Title">What the catalogue calls it.</param>
/// <param name="Stock">Pieces on hand; null where the shop does not keep count.</param>
/// <param name="WeeklyDemand">Pieces a week that are expected over the horizon.</param>
/// <param name="Level">Pieces that the position is to be filled up to.</param>
/// <param name="Order">Pieces to order now; null without a count.</param>
/// <param name="LastsDays">Days that the stock lasts at the expected demand; null where nothing sells or is counted.</param>
/// <param name="LastsDaysAtLeast">Days that it lasts nineteen times of twenty.</param>
/// <param name="MarginAtStake">Margin of the demand over lead time and review that the stock is expected not to meet, in the product's currency; null
/// without cost or count.</param>
public sealed record StockAdvice(
    string Product,
    string Title,
    long? Stock,
    double WeeklyDemand,
    long Level,
    long? Order,
    double? LastsDays,
    double? LastsDaysAtLeast,
    decimal? MarginAtStake);
