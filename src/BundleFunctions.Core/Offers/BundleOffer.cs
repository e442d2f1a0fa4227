namespace BundleFunctions.Offers;

/// <summary>A sellable bundle: what is in it, what it costs, how many there are, and why it is offered.</summary>
/// <param name="BundleId">Named by its products and quantities, so that the same bundle has one name in every generation.</param>
/// <param name="Score">Orders the bundles of one answer; higher is better; comparable within one generation.</param>
/// <param name="Items">Anchor first.</param>
/// <param name="Price">What it costs.</param>
/// <param name="Availability">How many can be delivered; null where no item's stock is counted.</param>
/// <param name="Evidence">The counts behind it; null where the asker wanted no explanation.</param>
/// <param name="Reasons">Short sentences for people; null where the asker wanted no explanation.</param>
/// <param name="Title">A name for shoppers; null where the asker wants no decoration.</param>
public sealed record BundleOffer(
    BundleId BundleId,
    double Score,
    IReadOnlyList<BundleItem> Items,
    BundlePrice Price,
    BundleAvailability? Availability,
    OfferEvidence? Evidence,
    IReadOnlyList<string>? Reasons,
    string? Title = null);
