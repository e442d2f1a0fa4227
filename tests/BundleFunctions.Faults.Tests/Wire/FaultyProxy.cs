using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Faults.Tests.Wire;

/// <summary>Stands between a client and a blob service, and lets chosen requests go wrong on the wire.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(20);
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly Uri _service;
    private int _requests;

    private FaultyProxy(WebApplication app, Uri service) => (_app, _service) = (app, service);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The fault of a request, by its number from 1 on and its path; null for none.</summary>
    public Func<int, HttpRequest, ProxyFault?> Faults { get; set; } = (_, _) => null;

    /// <summary>Requests since it was last set to 0.</summary>
    public int Requests
    {
        get => _requests;
        set => _requests = value;
    }

    public static async Task<FaultyProxy> StartAsync(Uri service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var proxy = new FaultyProxy(app, service);
        app.Run(proxy.HandleAsync);
        await app.StartAsync();
        proxy.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fault = Faults(Interlocked.Increment(ref _requests), context.Request);
        switch (fault)
        {
            case ProxyFault.ServerError:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                context.Response.Headers["x-ms-error-code"] = "InternalError";
                return;
            case ProxyFault.Busy:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers["x-ms-error-code"] = "ServerBusy";
                return;
            case ProxyFault.Reset:
                context.Abort();
                return;
            default:
                await ForwardAsync(context, fault);
                return;
        }
    }

    private async Task ForwardAsync(HttpContext context, ProxyFault? fault)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(_service, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        if (context.Request.ContentLength is not null)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            _ = request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()) || request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable()) == true;
        }

        using var answer = await _client.SendAsync(request, context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (fault == ProxyFault.AnswerLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await AnswerAsync(context, body, fault);
    }

    private static async Task AnswerAsync(HttpContext context, byte[] body, ProxyFault? fault)
    {
        if (body.Length == 0 || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        context.Response.ContentLength = body.Length;
        var given = fault is null ? body.Length : body.Length / 2;
        await context.Response.Body.WriteAsync(body.AsMemory(0, given), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (fault == ProxyFault.SlowBody)
        {
            await Task.Delay(Standstill, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (fault is not null)
        {
            context.Abort();
        }
    }
}
