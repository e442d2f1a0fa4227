using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving;

/// <summary>Answers "which bundles?" from memory where it can, by one point read where it must, within a deadline always.</summary>
/// <remarks>Stores that fail make a lesser answer that says so, never an exception. One instance serves all shops and all threads.</remarks>
public sealed class BundleReader
{
    private readonly ShopShelves _shelves;
    private readonly AnswerMaker _answers;
    private readonly BoundedCache<RenderKey, RenderedAnswer> _rendered;
    private readonly TimeProvider _clock;
    private readonly ServingOptions _options;

    public BundleReader(
        IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, CatalogueReader catalogues, TimeProvider clock, ServingOptions options)
    {
        (_clock, _options) = (clock, options);
        _shelves = new ShopShelves(blobs, documents, catalogues, shops, clock, options);
        _answers = new AnswerMaker(new ListShelf(documents, clock, options));
        _rendered = new BoundedCache<RenderKey, RenderedAnswer>(options.CacheBytes);
    }

    /// <summary>Bundles of a product page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules (<see cref="BundleQuery.Validate"/>).</exception>
    public async Task<BundleAnswer> GetForProductAsync(ShopId shop, ProductId product, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(query);
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(shop, deadline, cancellationToken);
        return await _answers.ForProductAsync(view, product, query, deadline, cancellationToken);
    }

    /// <summary>Bundles that add something to a cart.</summary>
    /// <param name="items">The cart's products in its order; a product that is named twice counts once. At most
    /// <see cref="BundleQuery.MaxCartProducts"/> different ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules, or the cart holds too many products.</exception>
    public async Task<BundleAnswer> GetForCartAsync(
        ShopId shop, IReadOnlyCollection<ProductId> items, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(query);
        var cart = items.Distinct().ToArray();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cart.Length, BundleQuery.MaxCartProducts, nameof(items));
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(shop, deadline, cancellationToken);
        return cart.Length == 0
            ? await _answers.ForHomeAsync(view, query, deadline, cancellationToken)
            : await _answers.ForCartAsync(view, cart, query, deadline, cancellationToken);
    }

    /// <summary>The shop's best bundles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules.</exception>
    public async Task<BundleAnswer> GetHomeAsync(ShopId shop, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(query);
        var deadline = new Deadline(_clock, _options.Deadline);
        return await _answers.ForHomeAsync(await ViewAsync(shop, deadline, cancellationToken), query, deadline, cancellationToken);
    }

    /// <summary>The answer to <see cref="GetForProductAsync"/> as bytes; at once, and without allocating, where it was given before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules.</exception>
    public ValueTask<RenderedAnswer> RenderForProductAsync(
        ShopId shop, ProductId product, BundleQuery query, CancellationToken cancellationToken) =>
        _shelves.Get(shop).TryGet() is { } view && _rendered.TryGet(new RenderKey(view.Id, product, query.Packed), out var rendered)
            ? new ValueTask<RenderedAnswer>(rendered)
            : new ValueTask<RenderedAnswer>(RenderAsync(shop, product, query, cancellationToken));

    /// <summary>The answer to <see cref="GetHomeAsync"/> as bytes; at once, and without allocating, where it was given before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The query breaks its own rules.</exception>
    public ValueTask<RenderedAnswer> RenderHomeAsync(ShopId shop, BundleQuery query, CancellationToken cancellationToken) =>
        _shelves.Get(shop).TryGet() is { } view && _rendered.TryGet(new RenderKey(view.Id, default, query.Packed), out var rendered)
            ? new ValueTask<RenderedAnswer>(rendered)
            : new ValueTask<RenderedAnswer>(RenderAsync(shop, null, query, cancellationToken));

    private async Task<RenderedAnswer> RenderAsync(ShopId shop, ProductId? product, BundleQuery query, CancellationToken cancellationToken)
    {
        Require(query);
        var deadline = new Deadline(_clock, _options.Deadline);
        var view = await ViewAsync(shop, deadline, cancellationToken);
        var answer = product is { } id
            ? await _answers.ForProductAsync(view, id, query, deadline, cancellationToken)
            : await _answers.ForHomeAsync(view, query, deadline, cancellationToken);
        var rendered = AnswerRenderer.Render(answer);

        // Answers to made-up ids are not worth the memory.
        if (rendered.Cacheable && answer.MissingIds.Count == 0)
        {
            _rendered.Add(new RenderKey(view.Id, product ?? default, query.Packed), rendered, rendered.Body.Length);
        }

        return rendered;
    }

    private ValueTask<ShelfView> ViewAsync(ShopId shop, Deadline deadline, CancellationToken cancellationToken)
    {
        var shelf = _shelves.Get(shop);
        return shelf.TryGet() is { } view
            ? new ValueTask<ShelfView>(view)
            : new ValueTask<ShelfView>(shelf.GetAsync(deadline, cancellationToken));
    }

    private static void Require(BundleQuery query)
    {
        if (query.Validate() is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(query), fault);
        }
    }
}
