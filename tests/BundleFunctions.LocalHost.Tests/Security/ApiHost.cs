using System.Net.Http.Headers;
using System.Text;
using BundleFunctions.App;
using BundleFunctions.Functions;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.LocalHost.Setup;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Tests.Security;

/// <summary>The whole product behind HTTP, composed as the deployed app is, with two shops, in memory.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    public static readonly ShopId Other = Identifier.Parse<ShopId>("other");

    private readonly WebApplication _app;

    private ApiHost(WebApplication app, LogLines log)
    {
        (_app, Log) = (app, log);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string ReadKey { get; private set; } = "";

    public string AdminKey { get; private set; } = "";

    public string OthersAdminKey { get; private set; } = "";

    /// <summary>Every HTTP function of the product.</summary>
    public static IReadOnlyList<HttpFunction> Functions { get; } = [.. FunctionDiscovery.Find(typeof(Health).Assembly).OfKind<HttpFunction>()];

    public static async Task<ApiHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(LocalDefaults.Settings.Where(setting => !setting.Key.StartsWith("Logging", StringComparison.Ordinal)));
        builder.Configuration.AddInMemoryCollection(
        [
            new("Pseudonyms:Key", Convert.ToBase64String(new byte[32])), new("Limits:FailuresPerMinute", "0"), new("LocalHost:BlobPollInterval", "00:01:00"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddApp(builder.Configuration);
        builder.Services.AddSingleton<IBlobStore>(new InMemoryBlobStore());
        builder.Services.AddSingleton<IDocumentStore>(new InMemoryDocumentStore());
        builder.AddFunctionHost(FunctionDiscovery.Find(typeof(Health).Assembly), HostJson.Default);
        var app = builder.Build();
        app.MapFunctionHost();
        await app.StartAsync();
        var host = new ApiHost(app, log);
        var keys = app.Services.GetRequiredService<ApiKeyRing>();
        var shops = app.Services.GetRequiredService<ShopDirectory>();
        await shops.EnsureListedAsync(Shop, default);
        await shops.EnsureListedAsync(Other, default);
        host.ReadKey = await keys.CreateAsync(Shop, ApiRole.Read, default);
        host.AdminKey = await keys.CreateAsync(Shop, ApiRole.Admin, default);
        host.OthersAdminKey = await keys.CreateAsync(Other, ApiRole.Admin, default);
        return host;
    }

    /// <summary>A function's path in a shop, what else stands in braces made up.</summary>
    public static string PathOf(HttpFunction function, ShopId shop) => "/api/" + string.Join('/', function.Route.Split('/').Select(part => part switch
    {
        "{shop}" => shop.Value,
        "{*path}" => "bundles",
        _ when part.StartsWith('{') => "x-1",
        _ => part,
    }));

    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? key = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Status and text of an answer.</summary>
    public async Task<(int Status, string Text)> AskAsync(string method, string path, string? key = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, key, body, headers);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
