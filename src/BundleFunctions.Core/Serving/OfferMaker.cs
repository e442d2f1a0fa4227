using BundleFunctions.Bandits;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Titles;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;

namespace BundleFunctions.Serving;

/// <summary>Makes offers of published bundles by what can be sold now, and for what.</summary>
internal sealed class OfferMaker
{
    private readonly LiveCatalogue? _live;
    private readonly BundleQuery _query;
    private readonly string? _anchorName;
    private readonly double _discountShare;
    private readonly BundlePricer? _pricer;

    /// <summary>Offers to one question.</summary>
    /// <param name="question">Its view says what can be sold now; where that is not known, what was published counts.</param>
    /// <param name="set">Where the bundles are from.</param>
    /// <param name="discountShare">Share of the published discounts that is given, 0..1.</param>
    public OfferMaker(AnswerQuestion question, CandidateSet set, double discountShare)
    {
        _discountShare = discountShare;
        (_live, _query) = (question.View.Live, question.Query);
        _anchorName = set.IsAboutProduct ? _query.Book.Say("thisProduct") : null;

        // Prices of the snapshot that the bundles were priced with are right as they are.
        _pricer = _live is null || string.Equals(_live.Snapshot.Id, set.Generation.Catalogue, StringComparison.Ordinal) ? null : new BundlePricer(_live.Pricing);
    }

    /// <summary>The offer; null where an item cannot be sold, or the price would be below its floor.</summary>
    /// <param name="candidate">The bundle as published.</param>
    /// <param name="cart">Products in the asker's cart; null where there is no cart.</param>
    public BundleOffer? TryMake(Candidate candidate, IReadOnlySet<ProductId>? cart)
    {
        var bundle = candidate.Bundle;
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

        price = DiscountStep.Apply(price, _discountShare);
        price = price with
        {
            List = CurrencyUnits.Normalize(price.List, price.Currency),
            Offer = CurrencyUnits.Normalize(price.Offer, price.Currency),
        };
        return new BundleOffer(
            bundle.BundleId,
            candidate.Score,
            cart is null && !_query.Decorate ? bundle.Items : [.. bundle.Items.Select(item => Show(item, cart))],
            price,
            availability,
            _query.Explain && bundle.Evidence.Orders > 0 ? OfferEvidence.From(bundle.Evidence) : null,
            _query.Explain ? OfferReasons.For(bundle.Evidence, _anchorName ?? bundle.Items[0].ProductId.Value, price, _query.Book) : null,
            _query.Decorate ? TitleOf(bundle.Items) : null);
    }

    /// <summary>Whether a product may be added to a cart that holds these, as far as the catalogue is known.</summary>
    public bool MayJoin(ProductId addition, IReadOnlyCollection<ProductId> cart) =>
        _live is null
        || _live.Snapshot.Find(addition) is not { } product
        || !cart.Any(id => _live.Snapshot.Find(id) is { } held && _live.Constraints.FindClash(product, held) is not null);

    private BundleItem Show(BundleItem item, IReadOnlySet<ProductId>? cart)
    {
        var shown = cart?.Contains(item.ProductId) == true ? item with { InCart = true } : item;
        return _query.Decorate && _live?.Snapshot.Find(item.ProductId) is { } product
            ? shown with { Title = product.Title, Price = CurrencyUnits.Normalize(product.Price, product.Currency), ImageUrl = product.ImageUrl }
            : shown;
    }

    private string? TitleOf(IReadOnlyList<BundleItem> items)
    {
        var products = items.Select(item => _live?.Snapshot.Find(item.ProductId)).OfType<Product>().ToArray();
        return products.Length == items.Count ? BundleTitler.Title(products, _query.Book) : null;
    }
}
