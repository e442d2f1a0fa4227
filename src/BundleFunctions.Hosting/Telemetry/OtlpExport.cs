using BundleFunctions.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BundleFunctions.Hosting.Telemetry;

/// <summary>Sends what the product and ASP.NET Core measure, for as long as the host runs; the rest is sent when it stops.</summary>
internal sealed class OtlpExport : IHostedService, IDisposable
{
    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder()
        .AddMeter(ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
        .AddOtlpExporter()
        .Build();

    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder()
        .AddSource(ServiceMeter.Name, "Microsoft.AspNetCore")
        .AddOtlpExporter()
        .Build();

    public static IServiceCollection Add(IServiceCollection services) => services
        .AddLogging(logging => logging.AddOpenTelemetry(logs => logs.AddOtlpExporter()))
        .AddSingleton<OtlpExport>()
        .AddHostedService(provider => provider.GetRequiredService<OtlpExport>());

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _metrics.ForceFlush(5000);
            _traces.ForceFlush(5000);
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }
}
