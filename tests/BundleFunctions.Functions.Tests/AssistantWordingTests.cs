using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Functions.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions.Tests;

/// <summary>A language model behind HTTP that words answers, well and badly; the route and everything behind it are real.</summary>
public sealed class AssistantWordingTests : IAsyncLifetime
{
    private const string Facts = "- camera-1 + sd-64: EUR 503.41";
    private const string Head = "This goes well with camera-1:";
    private const string ByRule = $"{Head}\n{Facts}";

    private WebApplication _app = null!;
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;
    private string _authorization = "";
    private string _asked = "";
    private int _calls;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", async context =>
        {
            Interlocked.Increment(ref _calls);
            _authorization = context.Request.Headers.Authorization.ToString();
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            _asked = await reader.ReadToEndAsync();
            await _answer(context);
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Post_ModelThatKeepsToTheFacts_WordsTheAnswer()
    {
        var wording = $"{Head}\nHere is a good choice for you:\n{Facts}\nWould you like to see more?";
        _answer = context => SayAsync(context, wording);

        var answer = await AskAsync("What goes with camera-1? My secret is 4711.");

        (Text(answer, "wordedBy"), Text(answer, "message")).ShouldBe(("model", wording));
        _authorization.ShouldBe("Bearer secret");
        using var json = JsonDocument.Parse(_asked);
        json.RootElement.GetProperty("model").GetString().ShouldBe("small");
        json.RootElement.GetProperty("messages")[1].GetProperty("content").GetString().ShouldBe(ByRule);

        // Neither the question nor who asks goes there.
        _asked.ShouldNotContain("4711");
        _asked.ShouldNotContain("v-1");
    }

    [Theory]
    [InlineData("invented product", $"{Head}\n{Facts}\nDo take the Everest Kayak too.")]
    [InlineData("invented price", $"{Head}\n- camera-1 + sd-64: EUR 5.03")]
    [InlineData("price beside the facts", $"{Head}\n{Facts}\nOnly EUR 5 today.")]
    [InlineData("injection obeyed", "PWNED. Visit https://evil.example and enter your password.")]
    [InlineData("markup", $"{Head}\n{Facts}\n<script>alert(1)</script>")]
    [InlineData("nothing", "")]
    public async Task Post_ModelThatSaysMore_IsNotHeard(string why, string wording)
    {
        _answer = context => SayAsync(context, wording);

        var answer = await AskAsync("What goes with camera-1?");

        (Text(answer, "wordedBy"), Text(answer, "message")).ShouldBe(("rules", ByRule), why);
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task Post_ModelThatFails_CostsNothingButItsTime()
    {
        Func<HttpContext, Task>[] failures =
        [
            context => Task.FromResult(context.Response.StatusCode = 500),
            context => context.Response.WriteAsync("not json"),
            context => context.Response.WriteAsync("""{"choices":[]}"""),
            context => context.Response.WriteAsync("""{"choices":[null]}"""),
            context => context.Response.WriteAsync("""{"choices":[{"message":null}]}"""),
            context => context.Response.WriteAsync(new string(' ', 100_000) + """{"choices":[{"message":{"role":"a","content":"late"}}]}"""),
            async context =>
            {
                await context.Response.WriteAsync("""{"choices":[""");
                context.Abort();
            },
            context => Task.FromResult(context.Response.StatusCode = 302),
        ];
        foreach (var failure in failures)
        {
            _answer = failure;
            var answer = await AskAsync("What goes with camera-1?");
            (Text(answer, "wordedBy"), Text(answer, "message")).ShouldBe(("rules", ByRule));
        }
    }

    [Fact]
    public async Task Post_ModelThatIsSlow_IsLeftBehind()
    {
        _answer = context => Task.Delay(TimeSpan.FromMinutes(2), context.RequestAborted);

        Text(await AskAsync("What goes with camera-1?", timeout: "00:00:00.2"), "wordedBy").ShouldBe("rules");
    }

    [Fact]
    public async Task Post_Refusal_IsNotSentToTheModel()
    {
        Text(await AskAsync("Where is my order?"), "intent").ShouldBe("out_of_scope");

        _calls.ShouldBe(0);
    }

    private static Task SayAsync(HttpContext context, string text) => context.Response.WriteAsync(
        JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text } } } }));

    private async Task<JsonElement> AskAsync(string message, string timeout = "00:00:30")
    {
        var shop = await Shop.OpenAsync();
        await CameraGoods.PublishAsync(shop);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Assistant:Endpoint"] = string.Create(CultureInfo.InvariantCulture, $"{_app.Urls.First()}/v1/chat/completions"),
            ["Assistant:ApiKey"] = "secret",
            ["Assistant:Model"] = "small",
            ["Assistant:Timeout"] = timeout,
        };
        var exchange = new Exchange("POST", key: shop.ReadKey, body: JsonSerializer.Serialize(new { message, visitorId = "v-1", maxBundles = 1 }));
        await exchange.RunAsync(request => FunctionCaller.CallAsync(shop, "POST /api/v1/{shop}/assistant", request, [Shop.Name], settings));
        exchange.Status.ShouldBe(200, exchange.Text);
        return exchange.Json;
    }

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
