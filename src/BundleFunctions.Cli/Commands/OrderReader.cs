using BundleFunctions.Baskets;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Cli.Commands;

/// <summary>Reads a shop's orders from the lake, telling how far it is.</summary>
internal sealed class OrderReader(IBlobStore blobs, ConsoleLines lines)
{
    public async Task<EncodedBaskets> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var builder = new BasketBuilder();
        var events = 0L;
        await foreach (var shopEvent in new LakeReader(blobs).ReadAsync(shop, cancellationToken))
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
