using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Search;
using BundleFunctions.Bundling.Titles;
using BundleFunctions.Feedback;
using BundleFunctions.Offers;
using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving.Composing;

/// <summary>Makes bundles that nobody published, around whatever the asker has: searched among the pairs of the published lists, judged by the
/// shop's constraints and priced as the till prices.</summary>
public sealed class BundleComposer(BundleReader reader, ShopDirectory shops, RecommendationIds ids, ITitleWriter titles)
{
    // Lists that are read of the seed's partners: enough for a beam, few enough for a cold cache.
    private const int MaxPartners = 60;

    private const string NoCatalogue = "The catalogue cannot be read now.";

    /// <param name="context">The question; its products are those of the seed.</param>
    /// <param name="question">What is searched around.</param>
    /// <param name="query">Limits, language and decoration.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<BundleAnswer> ComposeAsync(
        AnswerContext context, ComposeQuestion question, BundleQuery query, CancellationToken cancellationToken)
    {
        var look = await reader.LookAsync(context.Shop, cancellationToken);
        var id = ids.Create(context.Shop, new RecommendationStamp(
            context.Page, look.View.Current?.Generation, RecommendationIds.NameQuestion(context.Products, query.Limit, question.Options.MaxAdded, question.Seed.Theme)));
        if (look.View is not { Current: { } current, Live: { } live })
        {
            return new BundleAnswer(
                id, look.View.Current?.Generation, look.View.Current?.ModelId, RecommendationStamp.Champion, AnswerStrategy.Bundle, [], [],
                look.View.Current is null ? null : true, look.View.Current is null ? "Nothing has been published for this shop yet." : NoCatalogue);
        }

        var (associations, total, failed) = await ReadAsync(look, question.Seed, cancellationToken);
        var settings = await SettingsAsync(context.Shop, cancellationToken);
        var found = new BundleSearch(settings.Bundling, question.Options).Search(
            question.Seed, product => associations.GetValueOrDefault(product), live.Snapshot.Find, total, live.AsOf);
        var pricer = new BundlePricer(live.Pricing);
        var chosen = found.Select(bundle => (Bundle: bundle, Offer: Offer(bundle, context, query, pricer, live)))
            .Where(pair => pair.Offer is not null).Take(query.Limit).ToArray();
        var offers = await Task.WhenAll(chosen.Select(pair => NamedAsync(pair.Offer!, pair.Bundle, question.Seed.Theme, query, cancellationToken)));
        return new BundleAnswer(
            id,
            current.Generation,
            current.ModelId,
            RecommendationStamp.Champion,
            AnswerStrategy.Bundle,
            offers,
            [.. context.Products.Where(product => live.Snapshot.Find(product) is null)],
            failed ? true : null,
            failed ? "Some of the lists cannot be read now." : null);
    }

    // What the bundle is for is the last level of the theme's path.
    private async Task<BundleOffer> NamedAsync(
        BundleOffer offer, SearchedBundle bundle, string? theme, BundleQuery query, CancellationToken cancellationToken) =>
        !query.Decorate ? offer : offer with
        {
            Title = await titles.WriteAsync(
                [.. bundle.Lines.Select(line => line.Product)], query.Book, theme?.Split('/')[^1].Trim(), cancellationToken),
        };

    private async Task<ShopSettings> SettingsAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return await shops.GetSettingsAsync(shop, cancellationToken);
        }
        catch (Exception e) when (e is StoreException or InvalidShopSettingsException)
        {
            return new ShopSettings();
        }
    }

    private static async Task<(Dictionary<ProductId, ProductAssociations> Associations, int Total, bool Failed)> ReadAsync(
        ShelfLook look, BundleSeed seed, CancellationToken cancellationToken)
    {
        var known = new Dictionary<ProductId, ProductAssociations>();
        var (total, failed) = (0, false);
        await AddAsync([.. seed.Products.Select(entry => entry.Product).Distinct()]);
        await AddAsync([.. known.Values.SelectMany(line => line.Neighbours).Select(neighbour => neighbour.Product).Distinct()
            .Where(product => !known.ContainsKey(product)).Order().Take(MaxPartners)]);
        return (known, total, failed);

        async Task AddAsync(ProductId[] products)
        {
            var lookups = await Task.WhenAll(products.Select(product => look.FindAsync(product, cancellationToken).AsTask()));
            for (var i = 0; i < products.Length; i++)
            {
                failed |= lookups[i].Failed;
                if (ListedAssociations.Of(products[i], lookups[i].Bundles) is { } line)
                {
                    known[products[i]] = line;
                    total = lookups[i].Bundles![0].Evidence.TotalOrders;
                }
            }
        }
    }

    private static BundleOffer? Offer(SearchedBundle bundle, AnswerContext context, BundleQuery query, BundlePricer pricer, LiveCatalogue live)
    {
        if (bundle.Added.Count == 0 || bundle.Lines.Count < 2 || !live.Constraints.Allow(bundle.Lines, live.AsOf)
            || pricer.Price(bundle.Lines).Price is not { } price)
        {
            return null;
        }

        var isCart = context.Page is AnswerPages.Cart;
        var seed = bundle.Lines.Take(bundle.Lines.Count - bundle.Added.Count)
            .Select((line, i) => new BundleItem(line.Product.ProductId, i == 0 ? ItemRole.Anchor : ItemRole.Complement, line.Quantity, isCart ? true : null));
        var items = seed.Concat(bundle.Added.Select(added => added.Item)).Select(item => query.Decorate ? Decorated(item, live) : item).ToArray();
        return new BundleOffer(
            bundle.BundleId,
            bundle.Value,
            items,
            price with { List = CurrencyUnits.Normalize(price.List, price.Currency), Offer = CurrencyUnits.Normalize(price.Offer, price.Currency) },
            BundleStock.Of(bundle.Lines),
            Evidence: null,
            query.Explain ? [.. bundle.Added.Select(added => OfferReasons.For(added.Evidence, added.Because.Value, price, query.Book)[0])] : null);
    }

    private static BundleItem Decorated(BundleItem item, LiveCatalogue live) =>
        live.Snapshot.Find(item.ProductId) is not { } product ? item
            : item with { Title = product.Title, Price = CurrencyUnits.Normalize(product.Price, product.Currency), ImageUrl = product.ImageUrl };
}
