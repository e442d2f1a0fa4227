using System.Globalization;
using BundleFunctions.Functions;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Setup;

/// <summary>Composes the local host: settings, rooms, functions, and Kestrel on this machine's loopback address only.</summary>
internal static class LocalApp
{
    /// <param name="options">What the run was asked for.</param>
    /// <param name="blobConnectionString">Where blobs lie if not where the settings say.</param>
    public static WebApplication Build(RunOptions options, string? blobConnectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = LocalDefaults.Settings });
        builder.Configuration.AddInMemoryCollection(Given(options, blobConnectionString));
        builder.Logging.AddSimpleConsole(format => format.SingleLine = true);
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port.ToString(CultureInfo.InvariantCulture)}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddBundleFunctions(builder.Configuration).AddRequestGate();
        builder.AddFunctionHost(typeof(Health).Assembly);
        var app = builder.Build();
        app.MapFunctionHost();
        return app;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Given(RunOptions options, string? blobConnectionString)
    {
        if (options.Data is { } directory)
        {
            yield return new("Stores:Directory", directory);
        }

        if (blobConnectionString is not null)
        {
            yield return new("ShopStorage", blobConnectionString);
        }
    }
}
