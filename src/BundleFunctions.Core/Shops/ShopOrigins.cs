using BundleFunctions.Ports;

namespace BundleFunctions.Shops;

/// <summary>Which web pages may call which shop's routes, a few seconds old at most.</summary>
public sealed class ShopOrigins
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly CorsOptions None = new();

    private readonly ShopMemo<CorsOptions> _options;

    public ShopOrigins(ShopDirectory shops, TimeProvider clock) =>
        _options = new ShopMemo<CorsOptions>((shop, _, token) => ReadAsync(shops, shop, token), Grace, options => options.AllowedOrigins.Count > 0, clock);

    /// <summary>A shop's options; none allowed where they cannot be read.</summary>
    public async ValueTask<CorsOptions> GetAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await _options.GetAsync(shop, MaxAge, cancellationToken)).Value;
        }
        catch (StoreException)
        {
            return None;
        }
    }

    private static async Task<CorsOptions> ReadAsync(ShopDirectory shops, ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return (await shops.GetSettingsAsync(shop, cancellationToken)).Cors;
        }
        catch (InvalidShopSettingsException)
        {
            return None;
        }
    }
}
