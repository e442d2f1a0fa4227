using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Hosting.Titles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Hosting.Tests.Titles;

public sealed class ChatTitleWriterTests : IAsyncLifetime
{
    private const string ByRule = "Cameras with Bags";

    private static readonly Product[] Products = [Item("Alpha", "Photo/Cameras"), Item("Sling", "Photo/Bags")];

    private readonly HttpClient _http = new();
    private WebApplication _app = null!;
    private Func<HttpContext, string, Task> _answer = (_, _) => Task.CompletedTask;
    private string _authorization = string.Empty;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", async context =>
        {
            _authorization = context.Request.Headers.Authorization.ToString();
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            await _answer(context, await reader.ReadToEndAsync());
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task WriteAsync_EndpointAnswers_GivesItsTitleAndSendsProductsAlone()
    {
        var asked = string.Empty;
        _answer = async (context, body) =>
        {
            asked = body;
            await context.Response.WriteAsync("""{"choices":[{"message":{"role":"assistant","content":" \"Ready to travel\" "}}]}""");
        };

        (await WriteAsync()).ShouldBe("Ready to travel");

        _authorization.ShouldBe("Bearer secret");
        using var json = JsonDocument.Parse(asked);
        json.RootElement.GetProperty("model").GetString().ShouldBe("small");
        json.RootElement.GetProperty("messages")[0].GetProperty("content").GetString()!.ShouldContain("'en'");
        json.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!.ShouldContain("Alpha (Photo/Cameras");
    }

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"message":null}]}""")]
    [InlineData("""{"choices":[{"message":{"role":"a","content":""}}]}""")]
    [InlineData("""{"choices":[{"message":{"role":"a","content":"two\nlines"}}]}""")]
    [InlineData("""not json""")]
    [InlineData("")]
    public async Task WriteAsync_NoTitleInTheAnswer_GivesTheRules(string body)
    {
        _answer = (context, _) => context.Response.WriteAsync(body);

        (await WriteAsync()).ShouldBe(ByRule);
    }

    [Fact]
    public async Task WriteAsync_TooLongTooLargeFailingOrLate_GivesTheRules()
    {
        _answer = (context, _) => context.Response.WriteAsync($$$"""{"choices":[{"message":{"role":"a","content":"{{{new string('x', 81)}}}"}}]}""");
        (await WriteAsync()).ShouldBe(ByRule);

        _answer = (context, _) => context.Response.WriteAsync(new string(' ', 100_000) + """{"choices":[{"message":{"role":"a","content":"late"}}]}""");
        (await WriteAsync()).ShouldBe(ByRule);

        _answer = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        (await WriteAsync()).ShouldBe(ByRule);

        _answer = (context, _) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        (await WriteAsync(timeout: TimeSpan.FromMilliseconds(200))).ShouldBe(ByRule);
    }

    [Fact]
    public async Task WriteAsync_OffOrUnreachable_GivesTheRules()
    {
        (await new ChatTitleWriter(_http, new TitleOptions(), TimeProvider.System).WriteAsync(Products, PhraseBook.English, null, default)).ShouldBe(ByRule);

        using var socket = new TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        var closed = new Uri($"http://{socket.LocalEndpoint}/");
        socket.Stop();
        var writer = new ChatTitleWriter(_http, new TitleOptions { Endpoint = closed }, TimeProvider.System);
        (await writer.WriteAsync(Products, PhraseBook.English, null, default)).ShouldBe(ByRule);
    }

    [Fact]
    public async Task WriteAsync_CallerGoesAway_IsCancelled()
    {
        _answer = (context, _) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => WriteAsync(cancellationToken: gone.Token));
    }

    [Fact]
    public void Validate_Ranges_AreHeld()
    {
        new TitleOptions().Validate().ShouldBeNull();
        new TitleOptions { Endpoint = new Uri("ftp://host/") }.Validate().ShouldNotBeNull().ShouldContain("http");
        new TitleOptions { Timeout = TimeSpan.Zero }.Validate().ShouldNotBeNull().ShouldContain("timeout");
    }

    private Task<string> WriteAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var options = new TitleOptions
        {
            Endpoint = new Uri($"{address}/v1/chat/completions"),
            ApiKey = "secret",
            Model = "small",
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        };
        return new ChatTitleWriter(_http, options, TimeProvider.System).WriteAsync(Products, PhraseBook.English, null, cancellationToken);
    }

    private static Product Item(string title, string category) => new()
    {
        ProductId = Identifier.Parse<ProductId>(title),
        Title = title,
        Price = 10,
        Currency = "EUR",
        Categories = [category],
    };
}
