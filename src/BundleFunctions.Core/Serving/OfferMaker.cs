using BundleFunctions.Bundling;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Makes offers of published bundles by what can be sold now, and for what.</summary>
internal sealed class OfferMaker
{
    private readonly LiveCatalogue? _live;
    private readonly bool _explain;
    private readonly BundlePricer? _pricer;

    /// <summary>Offers of one view's generation.</summary>
    /// <param name="live">What can be sold now; null where it is not known: then what was published counts.</param>
    /// <param name="catalogue">The snapshot that the generation was built with.</param>
    /// <param name="explain">Whether evidence and reasons are wanted.</param>
    public OfferMaker(LiveCatalogue? live, string? catalogue, bool explain)
    {
        (_live, _explain) = (live, explain);

        // Prices of the snapshot that the bundles were priced with are right as they are.
        _pricer = live is null || string.Equals(live.Snapshot.Id, catalogue, StringComparison.Ordinal) ? null : new BundlePricer(live.Pricing);
    }

    /// <summary>The offer; null where an item cannot be sold, or the price would be below its floor.</summary>
    /// <param name="bundle">The bundle as published.</param>
    /// <param name="anchorName">What reasons call the anchor.</param>
    /// <param name="cart">Products in the asker's cart; null where there is no cart.</param>
    public BundleOffer? TryMake(PublishedBundle bundle, string anchorName, IReadOnlySet<ProductId>? cart)
    {
        var (price, availability) = (bundle.Price, bundle.Availability);
        if (bundle.Evidence.Orders == 0 && _live?.Constraints.IsPinned(bundle.Items, _live.AsOf) != true)
        {
            return null;
        }

        if (_live is not null)
        {
            if (_live.FindLines(bundle.Items) is not { } lines)
            {
                return null;
            }

            availability = BundleStock.Of(lines);
            if (_pricer is not null)
            {
                if (_pricer.Reprice(lines, bundle.Price).Price is not { } current)
                {
                    return null;
                }

                price = current;
            }
        }
        else if (availability?.MaxBundles < 1)
        {
            return null;
        }

        price = price with
        {
            List = CurrencyUnits.Normalize(price.List, price.Currency),
            Offer = CurrencyUnits.Normalize(price.Offer, price.Currency),
        };
        return new BundleOffer(
            bundle.BundleId,
            bundle.Score,
            cart is null ? bundle.Items : [.. bundle.Items.Select(item => cart.Contains(item.ProductId) ? item with { InCart = true } : item)],
            price,
            availability,
            _explain && bundle.Evidence.Orders > 0 ? OfferEvidence.From(bundle.Evidence) : null,
            _explain ? OfferReasons.For(bundle.Evidence, anchorName, price) : null);
    }

    /// <summary>Whether a product may be added to a cart that holds these, as far as the catalogue is known.</summary>
    public bool MayJoin(ProductId addition, IReadOnlyCollection<ProductId> cart) =>
        _live is null
        || _live.Snapshot.Find(addition) is not { } product
        || !cart.Any(id => _live.Snapshot.Find(id) is { } held && _live.Constraints.FindClash(product, held) is not null);
}
