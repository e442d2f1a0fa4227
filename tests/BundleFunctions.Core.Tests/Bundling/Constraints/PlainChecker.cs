using BundleFunctions.Bundling;

namespace BundleFunctions.Core.Tests.Bundling.Constraints;

/// <summary>The rules of <see cref="RuledShop"/> written down a second time, in plain words and without the product's code.</summary>
internal static class PlainChecker
{
    public static bool Passes(BundleLine[] lines)
    {
        var ids = lines.Select(line => line.Product.ProductId.Value).ToArray();
        var products = lines.Select(line => line.Product).ToArray();
        return ids.Distinct().Count() == ids.Length
            && Array.TrueForAll(lines, line => line.Product.Stock is null || line.Product.Stock >= line.Quantity)
            && Array.TrueForAll(products, CanBeSold)
            && products.Select(product => product.Currency).Distinct().Count() == 1
            && products.Where(product => product.GroupId is not null).GroupBy(product => product.GroupId).All(group => group.Count() == 1)
            && Array.TrueForAll(products, product => product.Requires.All(required => ids.Contains(required.Value)))
            && Array.TrueForAll(products, product => !product.Excludes.Any(excluded => excluded != product.ProductId && ids.Contains(excluded.Value)))
            && Array.TrueForAll(products, accessory => Array.TrueForAll(products, host => accessory == host || Fit(accessory, host)))
            && !products.Any(product => Has(product, "legalClass", "medicine"))
            && (!products.Any(product => Has(product, "minAge", "18")) || Array.TrueForAll(products, product => Has(product, "minAge", "18")))
            && !(products.Any(product => Has(product, "legalClass", "alcohol")) && products.Any(product => Has(product, "audience", "child"))
                && !OnlyItself(products))
            && !products.Any(one => products.Any(other => one != other && Below(one, "Drinks") && Below(other, "Toys")))
            && products.Count(product => Below(product, "Phones/Used")) < 2
            && products.Count(product => Below(product, "Snacks")) <= 1
            && products.Count(product => Below(product, "Accessories")) <= 2
            && !ids.Contains("p3")
            && !(ids.Contains("p4") && ids.Contains("p5"));
    }

    private static bool CanBeSold(Product product) =>
        !product.Discontinued
        && product.Stock != 0
        && (product.AvailableFrom is null || product.AvailableFrom.Value <= RuledShop.Now)
        && (product.AvailableTo is null || product.AvailableTo.Value > RuledShop.Now);

    private static bool Fit(Product accessory, Product host)
    {
        var fits = accessory.Attributes.GetValueOrDefault("fits");
        var model = host.Attributes.GetValueOrDefault("model");
        var phones = accessory.Attributes.GetValueOrDefault("fitsPhone");
        return (fits is null || model is null || fits.Split("; ").Contains(model))
            && (phones is null || !Below(host, "Phones") || phones.Split(", ").Contains(host.ProductId.Value));
    }

    // One product that is both, and nothing else that is either, stands beside nothing of the other kind.
    private static bool OnlyItself(Product[] products)
    {
        var alcohol = products.Where(product => Has(product, "legalClass", "alcohol")).ToArray();
        var child = products.Where(product => Has(product, "audience", "child")).ToArray();
        return alcohol is [var one] && child is [var other] && one == other;
    }

    private static bool Has(Product product, string attribute, string value) => product.Attributes.GetValueOrDefault(attribute) == value;

    private static bool Below(Product product, string category) =>
        product.Categories.Any(path => path == category || path.StartsWith(category + "/", StringComparison.Ordinal));
}
