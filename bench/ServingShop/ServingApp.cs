using BundleFunctions.Functions;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using BundleFunctions.LocalHost;
using BundleFunctions.LocalHost.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.ServingShop;

/// <summary>The local host on a directory's stores, in this process.</summary>
internal static class ServingApp
{
    public static readonly ShopId Shop = Identifier.Parse<ShopId>("bench");

    public static WebApplication Build(string directory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(LocalDefaults.Settings);
        builder.Configuration.AddInMemoryCollection([new("Stores:Directory", directory)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddBundleFunctions(builder.Configuration).AddRequestGate();
        builder.AddFunctionHost(typeof(Health).Assembly);
        var app = builder.Build();
        app.MapFunctionHost();
        return app;
    }
}
