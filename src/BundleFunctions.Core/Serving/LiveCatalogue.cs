using BundleFunctions.Assistant;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Catalogue;
using BundleFunctions.Pricing;

namespace BundleFunctions.Serving;

/// <summary>What can be sold now.</summary>
/// <param name="Epoch">Another number whenever anything in it changed.</param>
/// <param name="Snapshot">The shop's products.</param>
/// <param name="Pricing">The shop's pricing options as they are now.</param>
/// <param name="Constraints">What the shop allows in bundles as it is now.</param>
/// <param name="AsOf">When availability was judged.</param>
/// <param name="ChangesAt">When the next product becomes available or ceases to be; null where none does.</param>
internal sealed record LiveCatalogue(
    int Epoch,
    CatalogueSnapshot Snapshot,
    PricingOptions Pricing,
    BundleConstraints Constraints,
    DateTimeOffset AsOf,
    DateTimeOffset? ChangesAt)
{
    /// <summary>What the shop sets for its assistant.</summary>
    public AssistantShopOptions Assistant { get; init; } = new();

    /// <summary>The bundle's lines as the catalogue has them now; null where one of them cannot be sold, or they cannot be sold together.</summary>
    public IReadOnlyList<BundleLine>? FindLines(IReadOnlyList<Offers.BundleItem> items)
    {
        var lines = new BundleLine[items.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            if (Snapshot.Find(items[i].ProductId) is not { } product)
            {
                return null;
            }

            lines[i] = new BundleLine(product, items[i].Quantity);
        }

        return Constraints.Allow(lines, AsOf) ? lines : null;
    }

    /// <summary>The same catalogue judged at another time.</summary>
    public LiveCatalogue At(DateTimeOffset now, int epoch) => this with { Epoch = epoch, AsOf = now, ChangesAt = NextChange(Snapshot.Products, Constraints.Options, now) };

    /// <summary>The first start or end of a product's availability, of a ban or of a pin after <paramref name="now"/>.</summary>
    public static DateTimeOffset? NextChange(IEnumerable<Product> products, ConstraintOptions constraints, DateTimeOffset now)
    {
        var next = constraints.NextChange(now);
        foreach (var product in products)
        {
            next = Earlier(next, product.AvailableFrom, now);
            next = Earlier(next, product.AvailableTo, now);
        }

        return next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? next, DateTimeOffset? change, DateTimeOffset now) =>
        change > now && !(change >= next) ? change : next;
}
