using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Ports;
using BundleFunctions.Ranking;
using BundleFunctions.Serving.Steps;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Serving;

/// <summary>Answers "which bundles?" from memory where it can, by one point read where it must, within a deadline always.</summary>
/// <remarks>Stores that fail make a lesser answer that says so, never an exception. One instance serves all shops and all threads.</remarks>
public sealed class BundleReader
{
    private readonly ShopShelves _shelves;
    private readonly AnswerSteps _steps;
    private readonly AnswerMaker _answers;
    private readonly CandidateSource _candidates;
    private readonly RecommendationIds _ids;
    private readonly AnswerOrder _order;
    private readonly ListShelf _lists;
    private readonly BundleLocator _locator;
    private readonly BoundedCache<RenderKey, RenderedAnswer> _rendered;
    private readonly TimeProvider _clock;
    private readonly ServingOptions _options;

    /// <param name="ids">Names the answers.</param>
    /// <param name="people">What is known of persons and visits; null where nothing is kept.</param>
    /// <param name="steps">What stands between lists and offers, in the order in which they work; none where nothing does.</param>
    /// <param name="rankers">Orders that models learned; null where the published order always counts.</param>
    public BundleReader(
        IBlobStore blobs,
        IDocumentStore documents,
        ShopDirectory shops,
        CatalogueReader catalogues,
        TimeProvider clock,
        ServingOptions options,
        RecommendationIds ids,
        PersonalSources? people = null,
        IEnumerable<IAnswerStep>? steps = null,
        RankerShelf? rankers = null)
    {
        (_clock, _options) = (clock, options);
        _shelves = new ShopShelves(blobs, documents, catalogues, shops, clock, options);
        _steps = new AnswerSteps(steps ?? []);
        _lists = new ListShelf(documents, clock, options);
        _locator = new BundleLocator(documents, clock, options);
        (_candidates, _ids, _order) = (new CandidateSource(_lists, people), ids, new AnswerOrder(rankers));
        _answers = new AnswerMaker(_candidates, _steps, ids, _order);
        _rendered = new BoundedCache<RenderKey, RenderedAnswer>(options.CacheBytes);
    }

    /// <summary>Answers any question.</summary>
    /// <param name="context">Who asks, about which products; at most <see cref="BundleQuery.MaxCartProducts"/>, each once, one on a product page.</param>
    /// <param name="query">What is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules (<see cref="BundleQuery.Validate"/>), or there are too many products.</exception>
    public async Task<BundleAnswer> GetAsync(AnswerContext context, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(context, query);
        var started = _clock.GetTimestamp();
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(context.Shop, deadline, cancellationToken);
        var plan = await _steps.PlanAsync(context, deadline, cancellationToken);
        var answer = await AnswerAsync(view, context, query, plan, deadline, cancellationToken);
        ServiceRecorder.Answered(context.Page, answer, _clock.GetElapsedTime(started));
        return answer;
    }

    /// <summary>The answer to <see cref="GetAsync"/> as bytes; at once where it was given before and is the same for everybody.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async ValueTask<RenderedAnswer> RenderAsync(AnswerContext context, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(context, query);
        var started = _clock.GetTimestamp();
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(context.Shop, deadline, cancellationToken);
        var plan = await _steps.PlanAsync(context, deadline, cancellationToken);
        var isShared = context.Page is AnswerPages.Product or AnswerPages.Home && query.Refinement is null && !plan.IsPersonal && plan.Fault is null;
        var key = new RenderKey(view.Id, context.Products.Count == 0 ? default : context.Products[0], query.Packed, plan.Stamp);
        if (isShared && _rendered.TryGet(key, out var known))
        {
            ServiceRecorder.AnsweredFromCache(context.Page);
            return known;
        }

        var answer = await AnswerAsync(view, context, query, plan, deadline, cancellationToken);
        ServiceRecorder.Answered(context.Page, answer, _clock.GetElapsedTime(started));
        var isPersonal = plan.IsPersonal || context.Page is AnswerPages.User or AnswerPages.Session;

        // Answers to made-up ids are not worth the memory.
        var keeps = isShared && answer is { Stale: null, Reason: null, MissingIds.Count: 0 };
        var rendered = AnswerRenderer.Render(answer, isPersonal, keeps);
        if (keeps)
        {
            // Its compressed forms may come on top.
            _rendered.Add(key, rendered, 2 * rendered.Body.Length);
        }

        return rendered;
    }

    /// <summary>One bundle by its name, as it can be sold now.</summary>
    /// <param name="context">Who asks; the products are found by the bundle.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="query">What is wanted; limits play no part.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules.</exception>
    public async Task<FoundBundle> FindAsync(AnswerContext context, BundleId bundle, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(context, query);
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(context.Shop, deadline, cancellationToken);
        if (view.Current is not { } current)
        {
            return new FoundBundle(view.Fault is null ? null : _answers.Empty(view, context, query));
        }

        var plan = await _steps.PlanAsync(context, deadline, cancellationToken);
        var (product, failed) = await _locator.FindAsync(context.Shop, current, bundle, deadline, cancellationToken);
        var lookup = product is null ? ListLookup.Missing
            : await _lists.FindAsync(new ListKey(context.Shop, product, current.Generation), deadline, cancellationToken);
        var published = lookup.Bundles?.FirstOrDefault(candidate => candidate.BundleId == bundle);
        failed |= lookup.Failed;
        if (published is null && !failed)
        {
            return new FoundBundle(null);
        }

        var set = new CandidateSet(
            AnswerStrategy.Bundle,
            current,
            CandidateSet.Of(published is null ? null : [published]),
            IsAboutProduct: false,
            [],
            Stale: failed,
            failed ? "This bundle cannot be read now." : null);
        var answer = _answers.Make(new AnswerQuestion(view, current, context, query with { MaxItems = 4 }, plan, deadline), set);
        return new FoundBundle(answer.Bundles.Count > 0 || answer.Reason is not null ? answer : answer with { Reason = "This bundle cannot be sold now." });
    }

    /// <summary>Bundles of a product page.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<BundleAnswer> GetForProductAsync(ShopId shop, ProductId product, BundleQuery query, CancellationToken cancellationToken) =>
        GetAsync(About(shop, AnswerPages.Product, [product]), query, cancellationToken);

    /// <summary>Bundles that add something to a cart.</summary>
    /// <param name="items">The cart's products in its order; a product that is named twice counts once. At most
    /// <see cref="BundleQuery.MaxCartProducts"/> different ones.</param>
    /// <inheritdoc cref="GetAsync"/>
    public Task<BundleAnswer> GetForCartAsync(
        ShopId shop, IReadOnlyCollection<ProductId> items, BundleQuery query, CancellationToken cancellationToken) =>
        GetAsync(About(shop, AnswerPages.Cart, [.. items.Distinct()]), query, cancellationToken);

    /// <summary>The shop's best bundles.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<BundleAnswer> GetHomeAsync(ShopId shop, BundleQuery query, CancellationToken cancellationToken) =>
        GetAsync(About(shop, AnswerPages.Home, []), query, cancellationToken);

    /// <summary>The answer to <see cref="GetForProductAsync"/> as bytes; at once, and without allocating where no step is registered, where it
    /// was given before.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public ValueTask<RenderedAnswer> RenderForProductAsync(
        ShopId shop, ProductId product, BundleQuery query, CancellationToken cancellationToken) =>
        TryGetPlain(AnswerPages.Product, shop, product, query) is { } rendered
            ? new ValueTask<RenderedAnswer>(rendered)
            : RenderAsync(About(shop, AnswerPages.Product, [product]), query, cancellationToken);

    /// <summary>The answer to <see cref="GetHomeAsync"/> as bytes; see <see cref="RenderForProductAsync"/>.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public ValueTask<RenderedAnswer> RenderHomeAsync(ShopId shop, BundleQuery query, CancellationToken cancellationToken) =>
        TryGetPlain(AnswerPages.Home, shop, default, query) is { } rendered
            ? new ValueTask<RenderedAnswer>(rendered)
            : RenderAsync(About(shop, AnswerPages.Home, []), query, cancellationToken);

    /// <summary>The answer that would be given if this step alone stood between lists and offers.</summary>
    internal async Task<BundleAnswer> PreviewAsync(AnswerContext context, BundleQuery query, IAnswerStep step, CancellationToken cancellationToken)
    {
        Require(context, query);
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(context.Shop, deadline, cancellationToken);
        var steps = new AnswerSteps([step]);
        var plan = await steps.PlanAsync(context, deadline, cancellationToken);
        return view.Current is { } current
            ? await new AnswerMaker(_candidates, steps, _ids, _order).MakeAsync(new AnswerQuestion(view, current, context, query, plan, deadline), cancellationToken)
            : _answers.Empty(view, context, query);
    }

    /// <summary>What other doors of this room need to answer.</summary>
    internal async Task<ShelfLook> LookAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var deadline = new Deadline(_clock, _options.Deadline);
        return new ShelfLook(await ViewAsync(shop, deadline, cancellationToken), _lists, deadline);
    }

    private RenderedAnswer? TryGetPlain(string page, ShopId shop, ProductId product, BundleQuery query)
    {
        if (!_steps.IsEmpty
            || query.Refinement is not null
            || _shelves.Get(shop).TryGet() is not { } view
            || !_rendered.TryGet(new RenderKey(view.Id, product, query.Packed, 0), out var rendered))
        {
            return null;
        }

        ServiceRecorder.AnsweredFromCache(page);
        return rendered;
    }

    private async Task<BundleAnswer> AnswerAsync(
        ShelfView view, AnswerContext context, BundleQuery query, AnswerPlan plan, Deadline deadline, CancellationToken cancellationToken)
    {
        if (query.Refinement?.Cursor is { Offset: > 0 } cursor)
        {
            return view.Find(cursor.Generation) is { } begun
                ? await _answers.MakeAsync(new AnswerQuestion(view, begun, context, query, plan, deadline), cancellationToken)
                : _answers.Empty(view, context, query) with { Reason = "The cursor's generation serves no more; begin at the first page." };
        }

        var wished = plan.Generation is { } generation ? view.Find(generation) : null;
        return (wished ?? view.Current) is { } serving
            ? await _answers.MakeAsync(new AnswerQuestion(view, serving, context, query, plan, deadline), cancellationToken)
            : _answers.Empty(view, context, query);
    }

    private AnswerContext About(ShopId shop, string page, IReadOnlyList<ProductId> products) =>
        new(shop, page, _clock.GetUtcNow()) { Products = products };

    private ValueTask<ShelfView> ViewAsync(ShopId shop, Deadline deadline, CancellationToken cancellationToken)
    {
        var shelf = _shelves.Get(shop);
        return shelf.TryGet() is { } view
            ? new ValueTask<ShelfView>(view)
            : new ValueTask<ShelfView>(shelf.GetAsync(deadline, cancellationToken));
    }

    private static void Require(AnswerContext context, BundleQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(context.Products.Count, BundleQuery.MaxCartProducts, nameof(context));
        if (query.Validate() is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(query), fault);
        }
    }
}
