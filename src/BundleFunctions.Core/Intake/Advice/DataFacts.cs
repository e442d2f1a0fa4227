namespace BundleFunctions.Intake.Advice;

/// <summary>What a shop's lake holds to learn from.</summary>
/// <param name="Events">Events, each once.</param>
/// <param name="Orders">Orders, after what was given back.</param>
/// <param name="OrdersOfTwo">Those that hold two products or more.</param>
/// <param name="Buyers">Different users who ordered.</param>
/// <param name="Products">Different products of all events.</param>
/// <param name="ProductsKnown">Those that the catalogue has; null where the shop gave none.</param>
/// <param name="EventsOfUnknown">Events of products that the catalogue does not have; they count again when it does.</param>
/// <param name="PairsOfThree">Pairs of products that three buyers or more have in an order.</param>
/// <param name="PairsAreMore">Whether pairs were too many to be counted, and there are more than that.</param>
/// <param name="Days">Days from the first order to the last, both included.</param>
/// <param name="WithPerson">Share of the purchases that name a user or a visitor, 0..1.</param>
/// <param name="WithPrice">Share of the purchased items with a price, 0..1.</param>
public sealed record DataFacts(
    long Events,
    int Orders,
    int OrdersOfTwo,
    int Buyers,
    int Products,
    int? ProductsKnown,
    long EventsOfUnknown,
    int PairsOfThree,
    bool PairsAreMore,
    int Days,
    double WithPerson,
    double WithPrice);
