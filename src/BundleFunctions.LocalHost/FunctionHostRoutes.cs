using BundleFunctions.LocalHost.Admin;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Http;
using BundleFunctions.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost;

/// <summary>Maps the routes of functions, and of the host itself.</summary>
public static class FunctionHostRoutes
{
    /// <summary>Maps every HTTP function below the route prefix, the admin route and the blob webhook.</summary>
    /// <param name="app">An application built from a builder that <see cref="FunctionHostServices"/> has seen.</param>
    /// <exception cref="FunctionDiscoveryException">A function's parameter cannot be bound, or a timer's schedule cannot be read.</exception>
    public static WebApplication MapFunctionHost(this WebApplication app)
    {
        app.UseEmptyErrorAnswers();
        app.UseRouting();
        MapFunctions(app);

        var services = app.Services;
        var guard = services.GetRequiredService<HostGuard>();
        var run = services.GetRequiredService<RunFunction>();
        var webhook = services.GetRequiredService<BlobWebhook>();
        app.MapPost("/admin/functions/{name}", (string name, HttpContext context) => run.AnswerAsync(name, context)).AddEndpointFilter(guard);
        app.MapPost("/runtime/webhooks/blobs", (string? functionName, HttpContext context) => webhook.AnswerAsync(functionName, context))
            .AddEndpointFilter(guard);
        return app;
    }

    private static void MapFunctions(WebApplication app)
    {
        var prefix = app.Services.GetRequiredService<HostJson>().RoutePrefix;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BundleFunctions.LocalHost.Http");
        foreach (var function in app.Services.GetRequiredService<FunctionCatalogue>().OfKind<HttpFunction>())
        {
            var route = $"/{prefix}/{function.Route}".Replace("//", "/", StringComparison.Ordinal);
            RequestDelegate handle = new HttpFunctionHandler(function, app.Services, clock, log).HandleAsync;
            var endpoint = function.HttpMethods.Count == 0 ? app.Map(route, handle) : app.MapMethods(route, function.HttpMethods, handle);
            endpoint.WithDisplayName(function.Name);
        }
    }
}
