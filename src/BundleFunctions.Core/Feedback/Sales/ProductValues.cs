using BundleFunctions.Catalogue;
using BundleFunctions.Segments;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What pieces were sold for and what they cost.</summary>
/// <param name="catalogue">Prices, costs, groups and categories; null where the shop has no catalogue.</param>
/// <param name="currency">The currency of the report.</param>
/// <param name="counts">Told what cannot be valued.</param>
internal sealed class ProductValues(CatalogueSnapshot? catalogue, string currency, SalesCounts counts)
{
    private const string NoCategory = "(none)";

    /// <summary>Revenue and margin of an item; null where it has no price. Nothing is ever converted from one currency into another.</summary>
    public LineValue? Of(ShopEvent shopEvent, EventItem item)
    {
        var product = catalogue?.Find(item.ProductId);
        var other = OtherCurrencyOf(shopEvent, item.ProductId);
        var paidIn = other ?? currency;
        var isCatalogues = product is not null && string.Equals(product.Currency, paidIn, StringComparison.Ordinal);
        if ((item.UnitPrice ?? (isCatalogues ? product!.Price : null)) is not { } unit)
        {
            counts.WithoutPrice++;
            return null;
        }

        counts.OtherCurrency += other is null ? 0 : 1;
        var revenue = item.Quantity * (unit - (item.Discount ?? 0));
        if (product?.Cost is { } cost && isCatalogues)
        {
            return new LineValue(revenue, revenue - (item.Quantity * cost), other);
        }

        counts.WithoutCost++;
        return new LineValue(revenue, 0, other);
    }

    /// <summary>The currency of an item: the event's, else the catalogue's, else the report's own, for which it is null.</summary>
    public string? OtherCurrencyOf(ShopEvent shopEvent, ProductId product)
    {
        var paidIn = shopEvent.Currency ?? catalogue?.Find(product)?.Currency ?? currency;
        return string.Equals(paidIn, currency, StringComparison.Ordinal) ? null : paidIn;
    }

    /// <summary>The first level of a product's most important category.</summary>
    public string CategoryOf(ProductId product) =>
        catalogue?.Find(product) is { Categories: [var path, ..] } ? ProfileFacts.TopOf(path) : NoCategory;

    /// <summary>Whether one product may stand for another: of one group of variants, or of one most important category.</summary>
    public bool MayReplace(ProductId one, ProductId other) =>
        catalogue?.Find(one) is { } first && catalogue.Find(other) is { } second
        && ((first.GroupId is not null && string.Equals(first.GroupId, second.GroupId, StringComparison.Ordinal))
            || (first.Categories.Count > 0 && second.Categories.Count > 0 && string.Equals(first.Categories[0], second.Categories[0], StringComparison.Ordinal)));
}
