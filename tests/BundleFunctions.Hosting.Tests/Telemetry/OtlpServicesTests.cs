using System.Collections.Concurrent;
using System.Text;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Telemetry;
using BundleFunctions.Ports;
using BundleFunctions.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Hosting.Tests.Telemetry;

public sealed class OtlpServicesTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);
    private readonly WebApplication _collector;

    public OtlpServicesTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received.AddOrUpdate(signal, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
    }

    [Fact]
    public async Task AddOtlp_EndpointSet_SendsMetricsTracesAndLogs()
    {
        var address = _collector.Urls.Single();
        Environment.SetEnvironmentVariable(OtlpServices.Endpoint, address);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        try
        {
            await using var services = new ServiceCollection().AddOtlp(Settings(address)).BuildServiceProvider();
            var export = services.GetServices<IHostedService>().Single();
            await export.StartAsync(default);
            services.GetRequiredService<ILogger<OtlpServicesTests>>().LogWarning("a line for the collector");
            ServiceMeter.Activities.StartActivity("a span for the collector")?.Dispose();
            _ = new StoreException("a fault for the collector", isTransient: true);
            await export.StopAsync(default);
        }
        finally
        {
            Environment.SetEnvironmentVariable(OtlpServices.Endpoint, null);
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        }

        _received["metrics"].ShouldContain("bundles.store.faults");
        _received["traces"].ShouldContain("a span for the collector");
        _received["logs"].ShouldContain("a line for the collector");
    }

    [Fact]
    public void AddOtlp_NothingSet_RegistersNothing() => new ServiceCollection().AddOtlp(Settings(null)).ShouldBeEmpty();

    [Fact]
    public void AddOtlp_NoAddress_StopsTheStart() =>
        Should.Throw<SettingException>(() => new ServiceCollection().AddOtlp(Settings("collector:4317x"))).Message.ShouldContain(OtlpServices.Endpoint);

    public Task InitializeAsync() => _collector.StartAsync();

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    private static IConfigurationRoot Settings(string? endpoint) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [OtlpServices.Endpoint] = endpoint }).Build();
}
