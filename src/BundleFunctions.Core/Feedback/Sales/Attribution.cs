namespace BundleFunctions.Feedback.Sales;

/// <summary>Which bundles an order is credited to: the last one chosen takes its lines first, and a line is taken once.</summary>
internal sealed class Attribution(BundleContents contents, ProductValues values, SalesCounts counts)
{
    /// <summary>The credits of an order.</summary>
    /// <param name="lines">What was bought.</param>
    /// <param name="touches">The bundles that the buyer chose within the window, the last first.</param>
    /// <param name="wasWanted">Whether the buyer had a product in the cart before a moment.</param>
    public IEnumerable<(Touch Touch, CreditKind Kind, IReadOnlyList<SoldLine> Lines)> Match(
        IReadOnlyCollection<SoldLine> lines, IEnumerable<Touch> touches, Func<ProductId, DateTimeOffset, bool> wasWanted)
    {
        foreach (var touch in touches)
        {
            if (!contents.Bundles.TryGetValue(touch.Bundle, out var products))
            {
                counts.UnknownBundles++;
                continue;
            }

            var free = lines.Where(line => !line.IsTaken).ToList();
            var bought = free.Where(line => products.Contains(line.Product)).ToList();
            if (bought.Count == 0)
            {
                continue;
            }

            var missing = products.Where(product => !bought.Exists(line => line.Product == product)).ToList();
            var swaps = Swaps(missing, free, products);
            var kind = missing.Count == 0 ? CreditKind.Whole : swaps.Count == missing.Count ? CreditKind.Swapped : CreditKind.Partial;
            var credited = kind == CreditKind.Partial
                ? bought.Concat(swaps).Where(line => !wasWanted(line.Product, touch.At)).ToList()
                : [.. bought, .. swaps];
            if (credited.Count == 0)
            {
                continue;
            }

            credited.ForEach(line => line.IsTaken = true);
            yield return (touch, kind, credited);
        }
    }

    // One line for each missing product, none twice.
    private List<SoldLine> Swaps(List<ProductId> missing, List<SoldLine> free, IReadOnlyList<ProductId> products)
    {
        var swaps = new List<SoldLine>();
        foreach (var product in missing)
        {
            if (free.Find(line => !products.Contains(line.Product) && !swaps.Contains(line) && values.MayReplace(product, line.Product)) is { } swap)
            {
                swaps.Add(swap);
            }
        }

        return swaps;
    }
}
