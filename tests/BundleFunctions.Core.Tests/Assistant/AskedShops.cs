namespace BundleFunctions.Core.Tests.Assistant;

/// <summary>The shops that the written questions are put to, made once.</summary>
public sealed class AskedShops : IAsyncLifetime
{
    private readonly Dictionary<string, AskedShop> _shops = new(StringComparer.Ordinal);

    internal AskedShop this[string name] => _shops[name];

    public async Task InitializeAsync()
    {
        _shops["demo"] = await AskedShop.DemoAsync();
        _shops["gift"] = await AskedShop.SmallAsync("gift");
        _shops["tea"] = await AskedShop.SmallAsync("tea");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
