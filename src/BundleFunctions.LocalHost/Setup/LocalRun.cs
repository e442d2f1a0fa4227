using BundleFunctions.Hosting.Settings;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace BundleFunctions.LocalHost.Setup;

/// <summary><c>./run</c>: starts the host, takes a shop through the whole way, prints what to try, and serves until it is stopped.</summary>
internal static class LocalRun
{
    /// <returns>0 after a graceful stop, 1 where the run could not start or the shop could not be set up.</returns>
    public static async Task<int> RunAsync(RunOptions options)
    {
        var console = new SetupConsole(Console.Out, TimeProvider.System);
        try
        {
            await using var azurite = options.Azurite ? await AzuriteProcess.StartAsync(options, console) : null;
            await using var app = LocalApp.Build(options, azurite?.ConnectionString);
            await app.StartAsync();
            await SetUpAsync(app, options, console);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            console.Step("Stopped before the shop was set up. Nothing is lost: run again to go on.");
            return 1;
        }
        catch (Exception error) when (error is SetupException or SettingException or FunctionDiscoveryException or StoreException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task SetUpAsync(WebApplication app, RunOptions options, SetupConsole console)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var url = new Uri(app.Urls.First());
        console.Step($"Listening on {url}");
        var setup = new ShopSetup(app.Services, url, options, console);
        if (!options.ServeOnly)
        {
            await setup.RunAsync(stopping);
        }

        await setup.WelcomeAsync(stopping);
    }
}
