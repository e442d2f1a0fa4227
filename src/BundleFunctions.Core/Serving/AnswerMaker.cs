using BundleFunctions.Offers;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Makes answers from one view of a shop.</summary>
internal sealed class AnswerMaker(ListShelf lists)
{
    private const string Champion = "champion";
    private const string ThisProduct = "this product";

    /// <summary>The product's bundles; the home list where it has none to sell.</summary>
    public async Task<BundleAnswer> ForProductAsync(
        ShelfView view, ProductId product, BundleQuery query, Deadline deadline, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProductId> asked = [product];
        if (view.Current is not { } current)
        {
            return Empty(view, "product", asked, query);
        }

        var lookup = await FindAsync(view, product, current.Generation, deadline, cancellationToken);
        if (lookup.Failed)
        {
            return LastGood(view, "product", asked, product, query)
                ?? await HomeAsync(
                    view, "product", asked, [], query, $"The bundles of {product} cannot be read now.", deadline, cancellationToken);
        }

        var offers = Take(lookup.Bundles ?? [], Maker(view, current, query), query, ThisProduct);
        return offers.Count > 0
            ? Answer(view, current, "product", asked, AnswerStrategy.Bundle, offers, [], query)
            : await HomeAsync(view, "product", asked, Missing(view, product, lookup), query, null, deadline, cancellationToken);
    }

    /// <summary>Bundles that add something to the cart.</summary>
    public async Task<BundleAnswer> ForCartAsync(
        ShelfView view, IReadOnlyList<ProductId> cart, BundleQuery query, Deadline deadline, CancellationToken cancellationToken)
    {
        if (view.Current is not { } current)
        {
            return Empty(view, "cart", cart, query);
        }

        var reads = cart.Select(product => FindAsync(view, product, current.Generation, deadline, cancellationToken).AsTask()).ToArray();
        var lookups = await Task.WhenAll(reads);
        var missing = cart.Where((product, i) => Missing(view, product, lookups[i]).Count > 0).ToArray();
        var failed = lookups.Count(lookup => lookup.Failed);
        var reason = failed == 0 ? null : $"The bundles of {failed} of {cart.Count} products cannot be read now.";

        var set = cart.ToHashSet();
        var maker = Maker(view, current, query);
        var offers = CartRanker.Rank(lookups.Select(lookup => lookup.Bundles ?? []), set, maker, query);
        if (offers.Count > 0)
        {
            return Answer(view, current, "cart", cart, AnswerStrategy.Bundle, offers, missing, query, reason, stale: failed > 0);
        }

        var home = await lists.FindAsync(new ListKey(view.Shop, null, current.Generation), deadline, cancellationToken);
        reason ??= home.Failed ? "The shop's best bundles cannot be read now." : null;
        offers = CartRanker.Rank([home.Bundles ?? []], set, maker, query);
        return Answer(view, current, "cart", cart, AnswerStrategy.Popular, offers, missing, query, reason, stale: failed > 0 || home.Failed);
    }

    /// <summary>The shop's best bundles.</summary>
    public Task<BundleAnswer> ForHomeAsync(ShelfView view, BundleQuery query, Deadline deadline, CancellationToken cancellationToken) =>
        view.Current is null ? Task.FromResult(Empty(view, "home", [], query))
            : HomeAsync(view, "home", [], [], query, null, deadline, cancellationToken);

    private async Task<BundleAnswer> HomeAsync(
        ShelfView view,
        string kind,
        IReadOnlyList<ProductId> asked,
        IReadOnlyList<ProductId> missing,
        BundleQuery query,
        string? reason,
        Deadline deadline,
        CancellationToken cancellationToken)
    {
        var current = view.Current!;
        var lookup = await lists.FindAsync(new ListKey(view.Shop, null, current.Generation), deadline, cancellationToken);
        if (lookup.Failed && LastGood(view, kind, asked, null, query) is { } older)
        {
            return older with { MissingIds = missing };
        }

        reason ??= lookup.Failed ? "The shop's best bundles cannot be read now." : null;
        var offers = Take(lookup.Bundles ?? [], Maker(view, current, query), query, anchorName: null);
        return Answer(view, current, kind, asked, AnswerStrategy.Popular, offers, missing, query, reason, stale: reason is not null);
    }

    /// <summary>An answer wholly of the previous generation, where memory still has it.</summary>
    private BundleAnswer? LastGood(ShelfView view, string kind, IReadOnlyList<ProductId> asked, ProductId? product, BundleQuery query)
    {
        if (view.Previous is not { } previous
            || !lists.TryGetCached(new ListKey(view.Shop, product, previous.Generation), out var lookup)
            || Take(lookup.Bundles ?? [], Maker(view, previous, query), query, product is null ? null : ThisProduct) is not { Count: > 0 } offers)
        {
            return null;
        }

        var strategy = product is null ? AnswerStrategy.Popular : AnswerStrategy.Bundle;
        return Answer(view, previous, kind, asked, strategy, offers, [], query, "The newest bundles cannot be read now.", stale: true);
    }

    /// <summary>A product that the catalogue does not know needs no look-up: made-up ids cost no read and no memory.</summary>
    private ValueTask<ListLookup> FindAsync(
        ShelfView view, ProductId product, GenerationId generation, Deadline deadline, CancellationToken cancellationToken) =>
        view.Live is { } live && live.Snapshot.Find(product) is null
            ? new ValueTask<ListLookup>(ListLookup.Missing)
            : lists.FindAsync(new ListKey(view.Shop, product, generation), deadline, cancellationToken);

    private static IReadOnlyList<ProductId> Missing(ShelfView view, ProductId product, ListLookup lookup) =>
        lookup is { Failed: false, Bundles: null } && view.Live?.Snapshot.Find(product) is null ? [product] : [];

    private static OfferMaker Maker(ShelfView view, GenerationInfo generation, BundleQuery query) =>
        new(view.Live, generation.Catalogue, query.Explain);

    private static List<BundleOffer> Take(
        IReadOnlyList<PublishedBundle> bundles, OfferMaker maker, BundleQuery query, string? anchorName)
    {
        var offers = new List<BundleOffer>(Math.Min(query.Limit, bundles.Count));
        for (var i = 0; i < bundles.Count && offers.Count < query.Limit; i++)
        {
            if (bundles[i].Items.Count <= query.MaxItems
                && maker.TryMake(bundles[i], anchorName ?? bundles[i].Items[0].ProductId.Value, cart: null) is { } offer)
            {
                offers.Add(offer);
            }
        }

        return offers;
    }

    private static BundleAnswer Empty(ShelfView view, string kind, IReadOnlyList<ProductId> asked, BundleQuery query) => new(
        RecommendationNaming.NameOf(view.Shop, null, kind, asked, query),
        null,
        null,
        Champion,
        AnswerStrategy.Popular,
        [],
        [],
        view.Fault is null ? null : true,
        view.Fault ?? "Nothing has been published for this shop yet.");

    private static BundleAnswer Answer(
        ShelfView view,
        GenerationInfo generation,
        string kind,
        IReadOnlyList<ProductId> asked,
        AnswerStrategy strategy,
        IReadOnlyList<BundleOffer> offers,
        IReadOnlyList<ProductId> missing,
        BundleQuery query,
        string? reason = null,
        bool stale = false) => new(
            RecommendationNaming.NameOf(view.Shop, generation.Generation, kind, asked, query),
            generation.Generation,
            generation.ModelId,
            Champion,
            strategy,
            offers,
            missing,
            stale || view.Fault is not null ? true : null,
            reason ?? view.Fault);
}
