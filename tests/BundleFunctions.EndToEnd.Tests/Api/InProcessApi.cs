using System.Text;
using BundleFunctions.Functions;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Hosting;
using BundleFunctions.LocalHost;
using BundleFunctions.LocalHost.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>The local host's whole pipeline without a network: routing, functions and rooms on real stores.</summary>
internal sealed class InProcessApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestDelegate _pipeline;

    private InProcessApi(WebApplication app, RequestDelegate pipeline, ErrorLog errors) => (_app, _pipeline, Errors) = (app, pipeline, errors);

    public ErrorLog Errors { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="directory">The host's data directory.</param>
    /// <param name="environment">Settings as environment variables name them, such as another store.</param>
    public static InProcessApi Start(string directory, IReadOnlyDictionary<string, string> environment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var errors = new ErrorLog();
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Configuration.AddInMemoryCollection(LocalDefaults.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Stores:Directory"] = directory,
            ["Limits:FailuresPerMinute"] = "0",
            ["Migration:Shop"] = TwoShops.Mine,
            ["Logging:LogLevel:Default"] = "Error",
        });
        builder.Configuration.AddInMemoryCollection(environment.Select(pair =>
            KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        builder.Services.AddBundleFunctions(builder.Configuration).AddRequestGate();
        builder.AddFunctionHost(typeof(Health).Assembly);
        var app = builder.Build();
        app.MapFunctionHost();
        app.UseEndpoints(_ => { });
        return new InProcessApi(app, ((IApplicationBuilder)app).Build(), errors);
    }

    /// <summary>Sends a request through the pipeline.</summary>
    public async Task<ApiAnswer> SendAsync(ApiRequest request)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = _app.Services };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        context.Request.Method = request.Method;
        context.Request.Path = PathString.FromUriComponent(request.Path);
        context.Request.QueryString = new QueryString(request.Query);
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers.Append(name, value);
        }

        if (request.Body is { } content)
        {
            context.Request.Body = new MemoryStream(content);
            context.Request.ContentLength = content.Length;
        }

        await _pipeline(context);
        return new ApiAnswer(context.Response.StatusCode, context.Response.ContentType, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
