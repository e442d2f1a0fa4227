using BundleFunctions.Catalogue;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What pieces were sold for and what they cost.</summary>
/// <param name="catalogue">Prices, costs, groups and categories; null where the shop has no catalogue.</param>
/// <param name="currency">The currency of the report.</param>
/// <param name="counts">Told what cannot be valued.</param>
internal sealed class ProductValues(CatalogueSnapshot? catalogue, string currency, SalesCounts counts)
{
    /// <summary>Revenue and margin of an item; null where it cannot be valued.</summary>
    public (decimal Revenue, decimal Margin)? Of(ShopEvent shopEvent, EventItem item)
    {
        var product = catalogue?.Find(item.ProductId);
        if (!string.Equals(shopEvent.Currency ?? product?.Currency ?? currency, currency, StringComparison.Ordinal))
        {
            counts.OtherCurrency++;
            return null;
        }

        var price = item.UnitPrice ?? (product is not null && string.Equals(product.Currency, currency, StringComparison.Ordinal) ? product.Price : null);
        if (price is not { } unit)
        {
            counts.WithoutPrice++;
            return null;
        }

        var revenue = item.Quantity * (unit - (item.Discount ?? 0));
        if (product?.Cost is { } cost && string.Equals(product.Currency, currency, StringComparison.Ordinal))
        {
            return (revenue, revenue - (item.Quantity * cost));
        }

        counts.WithoutCost++;
        return (revenue, 0);
    }

    /// <summary>Whether one product may stand for another: of one group of variants, or of one most important category.</summary>
    public bool MayReplace(ProductId one, ProductId other) =>
        catalogue?.Find(one) is { } first && catalogue.Find(other) is { } second
        && ((first.GroupId is not null && string.Equals(first.GroupId, second.GroupId, StringComparison.Ordinal))
            || (first.Categories.Count > 0 && second.Categories.Count > 0 && string.Equals(first.Categories[0], second.Categories[0], StringComparison.Ordinal)));
}
