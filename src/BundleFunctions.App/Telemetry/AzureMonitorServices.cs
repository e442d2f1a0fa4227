using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using BundleFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BundleFunctions.App.Telemetry;

/// <summary>Application Insights, by this process's identity; only where its address is set.</summary>
internal static class AzureMonitorServices
{
    public static IServiceCollection AddAzureMonitor(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } address)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(ServiceMeter.Name))
            .WithTracing(traces => traces.AddSource(ServiceMeter.Name))
            .UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = address;
                options.Credential = new DefaultAzureCredential();
            });
        return services;
    }
}
