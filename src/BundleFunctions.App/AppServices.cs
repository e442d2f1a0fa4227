using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using BundleFunctions.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.App;

/// <summary>Everything that the functions of the deployed app ask for. It stands beside the entry point, and not in it, so that tests compose the
/// same services on a partial feed, where the worker's builder is not there.</summary>
public static class AppServices
{
    /// <summary>Registers the rooms and what HTTP functions need besides them.</summary>
    /// <param name="services">The worker's services.</param>
    /// <param name="configuration">The app's settings.</param>
    /// <exception cref="SettingException">A setting cannot be used; the message names it.</exception>
    public static IServiceCollection AddApp(this IServiceCollection services, IConfiguration configuration) =>
        services.AddBundleFunctions(configuration).AddRequestGate();
}
