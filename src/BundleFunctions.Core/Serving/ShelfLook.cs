namespace BundleFunctions.Serving;

/// <summary>A look at a shop's shelf for one question.</summary>
/// <param name="View">What the shop serves.</param>
/// <param name="Lists">The published lists.</param>
/// <param name="Deadline">When the answer must be given.</param>
internal sealed record ShelfLook(ShelfView View, ListShelf Lists, Deadline Deadline)
{
    /// <summary>The list of a product of the generation that serves; a product that the catalogue does not know costs no read.</summary>
    public ValueTask<ListLookup> FindAsync(ProductId product, CancellationToken cancellationToken) =>
        View.Current is not { } current || (View.Live is { } live && live.Snapshot.Find(product) is null)
            ? new ValueTask<ListLookup>(ListLookup.Missing)
            : Lists.FindAsync(new ListKey(View.Shop, product, current.Generation), Deadline, cancellationToken);
}
