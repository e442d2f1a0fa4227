using BundleFunctions.Baskets;
using BundleFunctions.Hygiene;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Cli.Commands;

/// <summary>Reads a shop's orders from the lake, as models learn from them, telling how far it is.</summary>
internal sealed class OrderReader(IBlobStore blobs, ConsoleLines lines)
{
    public async Task<EncodedBaskets> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var builder = new BasketBuilder();
        var events = 0L;
        var settings = await new ShopDirectory(blobs).GetSettingsAsync(shop, cancellationToken);
        var clean = await new CleanLake(blobs).OpenAsync(shop, settings, progress: null, cancellationToken);
        await foreach (var shopEvent in clean.ReadAsync())
        {
            builder.Add(shopEvent);
            events++;
            lines.Progress(() => $"Read {events:N0} events, {events / Math.Max(lines.Elapsed.TotalSeconds, 0.001):N0} a second");
        }

        var baskets = EncodedBaskets.Of(builder.Build().Baskets);
        lines.Step($"Read {events:N0} events: {baskets.Rows.Count:N0} orders of {baskets.Products.Count:N0} products");
        return baskets;
    }
}
