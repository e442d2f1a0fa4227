using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting.Telemetry;

/// <summary>Traces, metrics and logs by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class OtlpServices
{
    /// <summary>The variable that says where to; the exporter reads it and its kin itself.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="Settings.SettingException">The endpoint is no address.</exception>
    public static IServiceCollection AddOtlp(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } text)
        {
            return services;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? AddExporter(services)
            : throw new Settings.SettingException(Endpoint, $"is '{text}'; expected an absolute http or https address");
    }

    // Of its own, so that a start without telemetry loads no assembly of OpenTelemetry.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection AddExporter(IServiceCollection services) => OtlpExport.Add(services);
}
