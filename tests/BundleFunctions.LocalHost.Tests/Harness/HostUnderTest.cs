using System.Diagnostics;
using System.Text;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.Ports;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Tests.Harness;

/// <summary>A running host on a free port, with quick polls and quick retries.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostUnderTest(WebApplication app, IBlobStore blobs, Journal journal)
    {
        _app = app;
        Blobs = blobs;
        Journal = journal;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IBlobStore Blobs { get; }

    public Journal Journal { get; }

    public HttpClient Client { get; }

    public static async Task<HostUnderTest> StartAsync(
        IEnumerable<Type> functions,
        IBlobStore? blobs = null,
        Journal? journal = null,
        TimeProvider? clock = null,
        HostJson? host = null,
        params (string Key, string Value)[] settings)
    {
        blobs ??= new InMemoryBlobStore();
        journal ??= new Journal();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var values = new Dictionary<string, string?>
        {
            ["LocalHost:BlobPollInterval"] = "00:00:00.020",
            ["LocalHost:BlobRetryDelay"] = "00:00:00.002",
            ["LocalHost:BlobConcurrency"] = "4",
            ["LocalHost:DrainTimeout"] = "00:00:10",
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }
        builder.Configuration.AddInMemoryCollection(values);
        builder.Services.AddSingleton(blobs);
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddFunctionHost(FunctionDiscovery.Find(functions), host ?? HostJson.Default);
        var app = builder.Build();
        app.MapFunctionHost();
        await app.StartAsync();
        return new HostUnderTest(app, blobs, journal);
    }

    public static async Task EventuallyAsync(Func<bool> holds, string because)
    {
        var started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20), because);
            await Task.Delay(5);
        }
    }

    public Task<BlobEntry?> DropAsync(string path, string content = "x")
    {
        BlobName.TryParse(path, out var name).ShouldBeTrue();
        return Blobs.PutAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), BlobCondition.None, CancellationToken.None);
    }

    public Task LinesAsync(int count) => EventuallyAsync(
        () => Journal.Lines.Count >= count, $"expected {count} lines, found [{string.Join(" | ", Journal.Lines)}]");

    public async Task<List<BlobEntry>> RecordsAsync(string prefix) => await Blobs.ListAsync("hosts", prefix, CancellationToken.None).ToListAsync();

    /// <summary>Long enough for several polls: what has not happened by then was not going to.</summary>
    public static Task SeveralPollsAsync() => Task.Delay(150);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
