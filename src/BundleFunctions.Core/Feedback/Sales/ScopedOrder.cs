namespace BundleFunctions.Feedback.Sales;

/// <summary>An order with the scopes that it counts in, so that each is told once that a bundle had a part in it.</summary>
/// <param name="order">The order.</param>
/// <param name="segment">Its buyer's segment; null where none is known.</param>
/// <param name="contents">Tells anchors.</param>
/// <param name="categoryOf">A product's row among categories; null where it has none.</param>
internal sealed class ScopedOrder(OpenOrder order, string? segment, BundleContents contents, Func<ProductId, SalesTally?> categoryOf)
{
    private readonly HashSet<SalesScope> _attached = [];

    public OpenOrder Order => order;

    public string? Segment => segment;

    public long Pieces { get; } = order.Lines.Sum(line => line.Pieces);

    /// <summary>In the report's currency.</summary>
    public decimal Revenue { get; } = order.Lines.Where(line => line.Currency is null).Sum(line => line.Revenue);

    /// <summary>A bundle was credited with lines of it.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="tallies">Its rows, but those of categories; the bundle's own counts only orders that hold its anchor.</param>
    /// <param name="bundleTally">The bundle's own row, among them; null where it has none.</param>
    /// <param name="lines">What it was credited with.</param>
    public void Attach(BundleId bundle, IEnumerable<SalesTally> tallies, SalesTally? bundleTally, IEnumerable<SoldLine> lines)
    {
        var holdsAnchor = contents.AnchorOf(bundle) is { } anchor && order.Lines.Any(line => line.Product == anchor);
        foreach (var tally in tallies)
        {
            if (tally != bundleTally || holdsAnchor)
            {
                Attach(tally.Scope);
            }
        }

        foreach (var line in lines)
        {
            if (categoryOf(line.Product) is { } category)
            {
                Attach(category.Scope);
            }
        }
    }

    private void Attach(SalesScope scope)
    {
        if (_attached.Add(scope))
        {
            scope.Attach(Pieces, Revenue);
        }
    }
}
