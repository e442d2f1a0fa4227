using System.Globalization;
using System.Text.Json;
using BundleFunctions.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Prints lines to try; each works as it stands.</summary>
internal sealed class Welcome(IServiceProvider services, Uri url, ShopId shop, LocalKeys.Pair keys, SetupConsole console)
{
    private const int MostTries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>The generation that serves; null where nothing was published yet.</returns>
    public async Task<string?> PrintAsync(CancellationToken cancellationToken)
    {
        var home = await GetHomeAsync(cancellationToken);
        var root = $"{url.ToString().TrimEnd('/')}/api/v1/{shop}";
        console.Step(home.Generation is null ? $"Shop {shop} has no bundles yet." : $"Serving generation {home.Generation} of shop {shop}, model {home.Model}.");
        console.Say(string.Empty);
        console.Say("Try:");
        console.Say($"  curl -s -H 'x-api-key: {keys.Read}' '{root}/bundles?limit=3'");
        if (home.Bundles is [var first, ..])
        {
            var anchor = Uri.EscapeDataString(first.Items[0].ProductId.Value);
            console.Say($"  curl -s -H 'x-api-key: {keys.Read}' '{root}/products/{anchor}/bundles'");
            console.Say($"  curl -s -H 'x-api-key: {keys.Read}' '{root}/carts/bundles?items={anchor}'");
            console.Say($"  curl -s -H 'x-api-key: {keys.Read}' -H 'content-type: application/json' '{root}/events' -d " +
                $"'[{{\"type\":\"click\",\"occurredAt\":\"{Now()}\",\"visitorId\":\"me\",\"bundleId\":\"{first.BundleId}\",\"items\":[{{\"productId\":{Json(first.Items[0].ProductId)},\"quantity\":1}}]}}]'");
        }

        console.Say($"  curl -s '{url.ToString().TrimEnd('/')}/api/health'");
        console.Say(string.Empty);
        console.Say("Ctrl-C stops.");
        return home.Generation?.ToString();
    }

    // The first answer of a cold process on a busy machine may miss its deadline, and would have nothing to show.
    private async Task<BundleAnswer> GetHomeAsync(CancellationToken cancellationToken)
    {
        var reader = services.GetRequiredService<BundleReader>();
        var home = await reader.GetHomeAsync(shop, BundleQuery.Default, cancellationToken);
        for (var tries = 1; home.Bundles.Count == 0 && tries < MostTries; tries++)
        {
            await Task.Delay(Pause, services.GetRequiredService<TimeProvider>(), cancellationToken);
            home = await reader.GetHomeAsync(shop, BundleQuery.Default, cancellationToken);
        }

        return home;
    }

    private string Now() => services.GetRequiredService<TimeProvider>().GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Json(ProductId product) => $"\"{JsonEncodedText.Encode(product.Value)}\"";
}
