using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions.Gate;

/// <summary>What the HTTP functions need besides the rooms.</summary>
public static class GateServices
{
    /// <summary>Registers the gate that every request below <c>/v1/{shop}</c> passes, and keeps the web server from logging requests, and
    /// from putting their paths into the scope of what others log: paths and queries name visitors and users.</summary>
    public static IServiceCollection AddRequestGate(this IServiceCollection services) => services
        .AddSingleton<RequestGate>()
        .AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
}
