using System.Reflection;
using BundleFunctions.LocalHost.Admin;
using BundleFunctions.LocalHost.Blobs;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BundleFunctions.LocalHost;

/// <summary>Registers what runs functions. The blob store must be registered beside it.</summary>
public static class FunctionHostServices
{
    /// <summary>Finds the functions of an assembly and registers what runs them.</summary>
    /// <param name="builder">The web application to be; <see cref="LocalHostOptions"/> are read from its configuration.</param>
    /// <param name="functions">The library that holds the function classes.</param>
    /// <exception cref="FunctionDiscoveryException">A function, a setting or host.json cannot be used; the message names all that is wrong.</exception>
    public static WebApplicationBuilder AddFunctionHost(this WebApplicationBuilder builder, Assembly functions) =>
        builder.AddFunctionHost(FunctionDiscovery.Find(functions), HostJson.Load(Path.Combine(AppContext.BaseDirectory, "host.json")));

    /// <summary>Registers what runs the given functions.</summary>
    /// <param name="builder">The web application to be; <see cref="LocalHostOptions"/> are read from its configuration.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="host">What host.json says.</param>
    /// <exception cref="FunctionDiscoveryException">A setting cannot be used; the message names all that are wrong.</exception>
    public static WebApplicationBuilder AddFunctionHost(this WebApplicationBuilder builder, FunctionCatalogue functions, HostJson host)
    {
        var options = new LocalHostOptions();
        builder.Configuration.GetSection(LocalHostOptions.SectionName).Bind(options);
        if (options.Complaints() is { Count: > 0 } complaints)
        {
            throw new FunctionDiscoveryException(complaints);
        }

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(host);
        services.AddSingleton(functions);
        services.AddSingleton(new LastingServices(services));
        services.AddSingleton<InvocationRunner>();
        services.AddSingleton<TimerStatusStore>();
        services.AddSingleton<TimerService>();
        services.AddSingleton<BlobReceipts>();
        services.AddSingleton<BlobDeliverer>();
        services.AddSingleton<BlobDispatcher>();
        services.AddSingleton<BlobScanner>();
        services.AddSingleton<HostGuard>();
        services.AddSingleton<RunFunction>();
        services.AddSingleton<BlobWebhook>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerService>());
        services.AddHostedService<BlobService>();
        services.Configure<HostOptions>(hosting =>
        {
            hosting.ServicesStopConcurrently = true;
            hosting.ShutdownTimeout = options.DrainTimeout + TimeSpan.FromSeconds(5);
        });
        return builder;
    }
}
