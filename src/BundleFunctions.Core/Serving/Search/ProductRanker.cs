using BundleFunctions.Feedback;
using BundleFunctions.Sessions;

namespace BundleFunctions.Serving.Search;

/// <summary>Puts a shop's search results into a better order: the search engine's own, what is bought most, and what this visit is about.</summary>
/// <remarks>score(p) = sum over the rankings that have p of 1 / (60 + rank): reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR
/// 2009), which needs no scale that the rankings share. A product that a ranking knows nothing of has no part of it there.</remarks>
public sealed class ProductRanker(BundleReader reader, RecommendationIds ids, PersonalSources? people = null)
{
    /// <summary>Most products of one question.</summary>
    public const int MaxProducts = 100;

    private const double Smoothing = 60;

    /// <param name="context">Page <see cref="AnswerPages.Search"/>; its products in the search engine's order, each once, at most <see cref="MaxProducts"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many products.</exception>
    public async Task<RankedProducts> RankAsync(AnswerContext context, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(context.Products.Count, MaxProducts, nameof(context));
        var look = await reader.LookAsync(context.Shop, cancellationToken);
        var lookups = await Task.WhenAll(context.Products.Select(product => look.FindAsync(product, cancellationToken).AsTask()));
        var failed = Array.Exists(lookups, lookup => lookup.Failed) || look.View.Fault is not null;

        var orders = new Dictionary<ProductId, double>();
        for (var i = 0; i < lookups.Length; i++)
        {
            if (lookups[i].Bundles is [var first, ..])
            {
                orders[context.Products[i]] = first.Evidence.AnchorOrders;
            }
        }

        var interest = await InterestAsync(look, context, cancellationToken);
        var scores = context.Products.ToDictionary(product => product, _ => 0.0);
        Add(scores, context.Products);
        Add(scores, Descending(context.Products, orders));
        Add(scores, Descending(context.Products, interest));
        var live = look.View.Live;
        var ranked = context.Products
            .Select(product => new RankedProduct(product, Math.Round(scores[product], 9), live?.Snapshot.Find(product)?.IsAvailable(live.AsOf)))
            .OrderBy(product => product.Available == false)
            .ThenByDescending(product => product.Score);
        var generation = look.View.Current;
        return new RankedProducts(
            ids.Create(context.Shop, new RecommendationStamp(context.Page, generation?.Generation, RecommendationIds.NameQuestion(context.Products, 0, 0))),
            generation?.Generation,
            generation?.ModelId,
            interest.Count > 0 ? AnswerStrategy.Personal : AnswerStrategy.Popular,
            [.. ranked],
            live is null ? [] : [.. context.Products.Where(product => live.Snapshot.Find(product) is null)],
            failed ? true : null,
            failed ? "Some of the counts cannot be read now." : generation is null ? "Nothing has been published for this shop yet." : null);
    }

    /// <summary>How much of this visit is about each product: its own weight, and what its companions of the published bundles lend it.</summary>
    private async Task<Dictionary<ProductId, double>> InterestAsync(ShelfLook look, AnswerContext context, CancellationToken cancellationToken)
    {
        var interest = new Dictionary<ProductId, double>();
        if (people is null || look.View.Current is not { } current || (context.Session ?? context.Visitor ?? context.User) is not { } actor)
        {
            return interest;
        }

        var session = await ReadAsync(people, look, context.Shop, context.NamesOf(actor), cancellationToken);
        foreach (var seed in session is null ? [] : await people.SeedsAsync(context.Shop, current.ModelId, session, look.Deadline, cancellationToken))
        {
            interest[seed.Product] = interest.GetValueOrDefault(seed.Product) + seed.Weight;
            foreach (var bundle in (await look.FindAsync(seed.Product, cancellationToken)).Bundles ?? [])
            {
                foreach (var item in bundle.Items.Where(item => item.ProductId != seed.Product))
                {
                    interest[item.ProductId] = interest.GetValueOrDefault(item.ProductId) + (seed.Weight * bundle.Evidence.Confidence);
                }
            }
        }

        return interest;
    }

    private static async Task<LiveSession?> ReadAsync(
        PersonalSources people, ShelfLook look, ShopId shop, IReadOnlyList<Pseudonym> names, CancellationToken cancellationToken)
    {
        try
        {
            return (await people.ReadSessionAsync(shop, names, look.Deadline, cancellationToken)).Session;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static IEnumerable<ProductId> Descending(IReadOnlyList<ProductId> products, Dictionary<ProductId, double> values) =>
        products.Where(values.ContainsKey).OrderByDescending(product => values[product]);

    private static void Add(Dictionary<ProductId, double> scores, IEnumerable<ProductId> ranking)
    {
        var rank = 0;
        foreach (var product in ranking)
        {
            scores[product] += 1 / (Smoothing + ++rank);
        }
    }
}
