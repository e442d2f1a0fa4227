using System.Globalization;
using BundleFunctions.Catalogue;

namespace BundleFunctions.Benchmarks.TrainSet;

/// <summary>The catalogue of <see cref="ShopOrders"/>: a category a shelf, and titles of a few words of the shelf and of the product.</summary>
internal static class ShopCatalogue
{
    public static CatalogueSnapshot Make(int items)
    {
        var products = ShopOrders.Products(items);
        return new CatalogueSnapshot(new string('0', 32), isDerived: false, products.Select((id, place) => Of(id, place)));
    }

    private static Product Of(ProductId id, int place)
    {
        var shelf = place % ShopOrders.Shelves;
        return new Product
        {
            ProductId = id,
            Title = string.Create(CultureInfo.InvariantCulture, $"Kind{shelf} size{place % 7} colour{place % 11} model{place / 3}"),
            Categories = [string.Create(CultureInfo.InvariantCulture, $"Room{shelf / 20}/Shelf{shelf}")],
            Brand = string.Create(CultureInfo.InvariantCulture, $"Brand{place % 97}"),
            Price = 1 + (place % 200),
            Currency = "EUR",
        };
    }
}
