using System.Text;
using System.Text.Json;
using BundleFunctions.Functions.Gate;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>One request to a function, and what it answered.</summary>
internal sealed class Exchange
{
    // Limits are a test's own matter; nobody else may stumble over them.
    private static readonly RequestGate Open = new(
        new LimitOptions { ReadPerSecond = 0, AdminPerSecond = 0, FailuresPerMinute = 0 },
        new ShopOrigins(new ShopDirectory(new InMemoryBlobStore()), TimeProvider.System));

    private readonly DefaultHttpContext _context = new() { RequestServices = Services(Open) };
    private readonly MemoryStream _answer = new();

    public Exchange(string method, string query = "", string? key = null, string? body = null, string? contentType = "application/json")
    {
        _context.Response.Body = _answer;
        var request = _context.Request;
        request.Method = method;
        request.QueryString = new QueryString(query);
        if (key is not null)
        {
            request.Headers["x-api-key"] = key;
        }
        if (body is not null)
        {
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            request.ContentType = contentType;
        }
    }

    /// <summary>Passes another gate than the open one.</summary>
    public Exchange Through(RequestGate gate)
    {
        _context.RequestServices = Services(gate);
        return this;
    }

    public HttpRequest Request => _context.Request;

    public int Status => _context.Response.StatusCode;

    public IHeaderDictionary Headers => _context.Response.Headers;

    public string Text => Encoding.UTF8.GetString(_answer.ToArray());

    public byte[] Bytes => _answer.ToArray();

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The problem's stable code; fails where the answer is no problem.</summary>
    public string? Code
    {
        get
        {
            _context.Response.ContentType.ShouldBe("application/problem+json");
            Json.GetProperty("status").GetInt32().ShouldBe(Status);
            return Json.GetProperty("code").GetString();
        }
    }

    public async Task<Exchange> RunAsync(Func<HttpRequest, Task<IResult>> function)
    {
        var result = await function(Request);
        await result.ExecuteAsync(_context);
        return this;
    }

    private static ServiceProvider Services(RequestGate gate) => new ServiceCollection().AddSingleton(gate).BuildServiceProvider();
}
