using BundleFunctions.Associations;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;
using BundleFunctions.Ranking;

namespace BundleFunctions.Publishing;

/// <summary>A priced bundle as a generation holds it.</summary>
/// <param name="BundleId">Named by its products and quantities.</param>
/// <param name="Score">Higher is better; see <see cref="Bundling.BundleDraft"/>. In the home list: extra pieces per order of the shop.</param>
/// <param name="Items">Anchor first.</param>
/// <param name="Price">What it costs.</param>
/// <param name="PriceReason">Why it costs that, for the merchandiser; only in the snapshot, never in a document.</param>
/// <param name="Availability">How many can be delivered by the catalogue that it was built with.</param>
/// <param name="Evidence">The counts behind it.</param>
/// <param name="Forecast">What its price is expected to do; only in the snapshot, and null where no demand was judged.</param>
/// <param name="Signals">What a learned order looks at besides; null where the model has none.</param>
public sealed record PublishedBundle(
    BundleId BundleId,
    double Score,
    IReadOnlyList<BundleItem> Items,
    BundlePrice Price,
    string? PriceReason,
    BundleAvailability? Availability,
    Evidence Evidence,
    PriceForecast? Forecast = null,
    BundleSignals? Signals = null);
