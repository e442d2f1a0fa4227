using BundleFunctions.Ports;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Planning.Plans;

/// <summary>Hands what a plan says of stock to the pricing room: bundles that hold slow stock are priced to move it when they are published next, where the shop's
/// <c>pricing.clearanceWeight</c> says what that is worth.</summary>
/// <param name="blobs">The blob store.</param>
public sealed class StockHandOver(IBlobStore blobs)
{
    /// <summary>Writes the plan's advice.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public async Task<AdvisedStock> WriteAsync(ShopPlan plan, CancellationToken cancellationToken)
    {
        var settings = await new ShopDirectory(blobs).GetSettingsAsync(plan.Shop, cancellationToken);
        var excess = new SortedDictionary<ProductId, long>();
        foreach (var advice in plan.Stock.Where(advice => advice.Stock is not null))
        {
            excess[Identifier.Parse<ProductId>(advice.Product)] = 0;
        }

        foreach (var slow in plan.Slow)
        {
            excess[Identifier.Parse<ProductId>(slow.Product)] = Math.Max(1, slow.Excess);
        }

        var advised = new AdvisedStock(plan.DataThrough, settings.Pricing.SlowStockDays, excess);
        await new AdvisedStockFile(blobs).WriteAsync(plan.Shop, advised, cancellationToken);
        return advised;
    }
}
