namespace BundleFunctions.Baskets;

/// <summary>What became of the events that a <see cref="BasketBuilder"/> was given.</summary>
/// <param name="Events">Events of every type.</param>
/// <param name="WithoutConsent">Events that were not learned from because the visitor refused analytics.</param>
/// <param name="Purchases">Purchase events that were learned from.</param>
/// <param name="Refunds">Refund events that were learned from.</param>
/// <param name="Orders">Distinct orders before anything was given back.</param>
/// <param name="EmptiedOrders">Orders of which nothing was left.</param>
/// <param name="RefundedPieces">Pieces that were taken out of an order.</param>
/// <param name="UnmatchedRefunds">Refund lines of which some pieces found no order to be taken from.</param>
/// <param name="UnmatchedPieces">Those pieces.</param>
/// <param name="DataThrough">The newest purchase or refund that was learned from; null where there was none.</param>
public sealed record BasketReport(
    long Events,
    long WithoutConsent,
    long Purchases,
    long Refunds,
    int Orders,
    int EmptiedOrders,
    long RefundedPieces,
    long UnmatchedRefunds,
    long UnmatchedPieces,
    DateTimeOffset? DataThrough);
