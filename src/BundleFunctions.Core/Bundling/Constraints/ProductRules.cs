namespace BundleFunctions.Bundling.Constraints;

/// <summary>What the catalogue says of one product in a bundle.</summary>
internal static class ProductRules
{
    /// <summary>The first thing that keeps so many pieces of a product out of bundles at a moment; null where there is none.</summary>
    public static ConstraintViolation? Find(BundleLine line, DateTimeOffset now)
    {
        var product = line.Product;
        return product.Discontinued ? Violation(product, ConstraintCodes.Discontinued, "It is discontinued.")
            : product.Stock < Math.Max(line.Quantity, 1)
                ? Violation(product, ConstraintCodes.OutOfStock, $"{product.Stock} pieces are in stock; the bundle takes {line.Quantity}.")
            : product.AvailableFrom > now
                ? Violation(product, ConstraintCodes.NotYetAvailable, $"It is sold from {product.AvailableFrom:O} on.")
            : product.AvailableTo <= now
                ? Violation(product, ConstraintCodes.NoLongerAvailable, $"It was sold until {product.AvailableTo:O}.")
            : null;
    }

    /// <summary>The first product that the bundle lacks and this one requires; null where there is none.</summary>
    public static ConstraintViolation? FindMissing(Product product, IReadOnlyList<BundleLine> lines)
    {
        foreach (var required in product.Requires)
        {
            if (!Holds(lines, required))
            {
                return new ConstraintViolation(
                    ConstraintCodes.RequirementMissing, product.ProductId, required, $"It requires {required}, which the bundle lacks.");
            }
        }

        return null;
    }

    private static bool Holds(IReadOnlyList<BundleLine> lines, ProductId wanted)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Product.ProductId == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static ConstraintViolation Violation(Product product, string code, string detail) =>
        new(code, product.ProductId, Other: null, detail);
}
