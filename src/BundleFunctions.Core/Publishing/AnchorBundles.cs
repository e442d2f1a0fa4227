using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Catalogue;
using BundleFunctions.Pricing;
using BundleFunctions.Ranking;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>Builds and prices the bundles of single anchors, as generations publish them. Safe to use from many threads.</summary>
/// <param name="settings">The shop's options.</param>
/// <param name="catalogue">The products.</param>
/// <param name="elasticities">What a model learned of demand; null where priors price.</param>
/// <param name="totalOrders">Orders that the model counted.</param>
/// <param name="asOf">When products must be available.</param>
/// <param name="withSignals">Whether what a learned order looks at is written too.</param>
public sealed class AnchorBundles(
    ShopSettings settings, CatalogueSnapshot catalogue, ElasticityTable? elasticities, int totalOrders, DateTimeOffset asOf, bool withSignals)
{
    private readonly BundleBuilder _builder = new(settings.Bundling);
    private readonly BundlePricer _pricer = new(settings.Pricing, elasticities);

    /// <summary>The anchor's bundles, best first; those that cannot be sold at a price above their floor are left out.</summary>
    public AnchorResult Build(ProductAssociations associations)
    {
        var bundles = new List<PublishedBundle>();
        var codes = new List<string>();
        foreach (var draft in _builder.Build(associations, catalogue.Find, totalOrders, asOf))
        {
            // Of a pin that no order holds the counts tell no demand.
            var demand = draft.Evidence.Orders == 0 ? null : DraftDemand.Of(draft, associations, totalOrders);
            var pricing = _pricer.Price(draft.Lines, demand);
            codes.Add(pricing.Code);
            if (pricing.Price is { } price)
            {
                bundles.Add(new PublishedBundle(
                    draft.BundleId,
                    draft.Score,
                    draft.Items,
                    price,
                    pricing.Reason,
                    BundleStock.Of(draft.Lines),
                    draft.Evidence,
                    pricing.Forecast,
                    withSignals ? BundleSignals.Of(draft, associations) : null));
            }
        }

        return new AnchorResult(new PublishedList(associations.Product, bundles), codes);
    }
}
