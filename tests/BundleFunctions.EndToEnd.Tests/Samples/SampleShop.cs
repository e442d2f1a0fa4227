using BundleFunctions.EndToEnd.Tests.Api;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Functions;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using BundleFunctions.LocalHost;
using BundleFunctions.LocalHost.Setup;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.EndToEnd.Tests.Samples;

/// <summary>A shop that serves on a port of this machine.</summary>
internal sealed class SampleShop : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly WebApplication _app;

    private SampleShop(TemporaryDirectory directory, WebApplication app, TwoShops shops) => (_directory, _app, Keys) = (directory, app, shops);

    public TwoShops Keys { get; }

    public Uri Url => new(_app.Urls.First());

    public static async Task<SampleShop> StartAsync()
    {
        var directory = new TemporaryDirectory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(LocalDefaults.Settings);
        builder.Configuration.AddInMemoryCollection([new("Stores:Directory", directory.Path), new("LocalHost:BlobPollInterval", "00:10:00")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddBundleFunctions(builder.Configuration).AddRequestGate();
        builder.AddFunctionHost(typeof(Health).Assembly);
        var app = builder.Build();
        app.MapFunctionHost();
        await app.StartAsync();
        return new SampleShop(directory, app, await TwoShops.OpenAsync(app.Services));
    }

    /// <summary>Lets the pages of an origin call.</summary>
    public async Task AllowAsync(Uri page)
    {
        var shops = _app.Services.GetRequiredService<ShopDirectory>();
        var settings = await shops.GetSettingsAsync(TwoShops.Shop, default);
        await shops.SaveSettingsAsync(TwoShops.Shop, settings with { Cors = new CorsOptions { AllowedOrigins = [page.GetLeftPart(UriPartial.Authority)] } }, default);
    }

    /// <summary>The lines of every body of events that was posted.</summary>
    public async Task<IReadOnlyList<string>> PostedAsync()
    {
        var blobs = _app.Services.GetRequiredService<IBlobStore>();
        var lines = new List<string>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Events, $"{TwoShops.Mine}/", default))
        {
            await using var content = await blobs.OpenAsync(entry.Name, default);
            using var reader = new StreamReader(content!.Content);
            lines.AddRange((await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
