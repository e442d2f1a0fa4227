namespace BundleFunctions.Feedback.Sales;

/// <summary>Counts all orders of the period where they belong, with a bundle or without.</summary>
/// <remarks>Memory: a count an anchor that was sold.</remarks>
/// <param name="books">The tallies.</param>
/// <param name="contents">Tells what bundles hold.</param>
/// <param name="values">Tells categories.</param>
internal sealed class OrderScopes(SalesBooks books, BundleContents contents, ProductValues values)
{
    private readonly Dictionary<ProductId, SalesScope> _byAnchor = [];

    /// <summary>The category row that a bundle's own counts stand in: that of its anchor; null where its products are not known.</summary>
    public SalesTally? CategoryOf(BundleId bundle) => contents.AnchorOf(bundle) is { } anchor ? books.Category(values.CategoryOf(anchor)) : null;

    /// <summary>An order of the period, as it was bought.</summary>
    public ScopedOrder Add(OpenOrder order, DateOnly day, string? segment)
    {
        var scoped = new ScopedOrder(order, segment, contents, product => books.Category(values.CategoryOf(product)));
        SalesTally?[] whole = [books.Total, books.Week(day), books.Segment(segment)];
        foreach (var tally in whole.OfType<SalesTally>())
        {
            tally.Scope.AddOrder(scoped.Pieces, scoped.Revenue);
            foreach (var line in order.Lines)
            {
                tally.Scope.SoldIn(line.Currency).Add(line.Revenue, line.Margin);
            }
        }

        foreach (var category in order.Lines.GroupBy(line => values.CategoryOf(line.Product), StringComparer.Ordinal))
        {
            if (books.Category(category.Key) is not { } tally)
            {
                continue;
            }

            tally.Scope.AddOrder(scoped.Pieces, scoped.Revenue);
            foreach (var line in category)
            {
                tally.Scope.SoldIn(line.Currency).Add(line.Revenue, line.Margin);
            }
        }

        foreach (var product in order.Lines.Select(line => line.Product).Distinct().Where(contents.IsAnchor))
        {
            if (!_byAnchor.TryGetValue(product, out var scope))
            {
                _byAnchor.Add(product, scope = new SalesScope());
            }

            scope.AddOrder(scoped.Pieces, scoped.Revenue);
        }

        return scoped;
    }

    /// <summary>A line that was given back, of an order of the period.</summary>
    public void Return(ProductId product, LineValue value, DateOnly orderedOn, string? segment)
    {
        SalesTally?[] rows = [books.Total, books.Week(orderedOn), books.Segment(segment), books.Category(values.CategoryOf(product))];
        foreach (var tally in rows.OfType<SalesTally>())
        {
            tally.Scope.SoldIn(value.Currency).Return(value.Revenue, value.Margin);
        }
    }

    /// <summary>After the last order: bundles are compared with all orders of their anchor; models, rules and variants with all orders.</summary>
    public void Settle()
    {
        foreach (var (name, tally) in books.Bundles)
        {
            if (BundleId.TryParse(name, out var bundle) && contents.AnchorOf(bundle) is { } anchor && _byAnchor.TryGetValue(anchor, out var scope))
            {
                tally.Scope.Over(scope);
            }
        }

        foreach (var tally in books.Models.Values.Concat(books.Rules.Values).Concat(books.Variants.Values))
        {
            tally.Scope.Over(books.Total.Scope);
        }
    }
}
