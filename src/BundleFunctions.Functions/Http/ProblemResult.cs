using System.Buffers;
using System.Text.Json;
using BundleFunctions.Functions.Gate;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>An error as <c>application/problem+json</c> (RFC 9457) with a stable code that clients may branch on.</summary>
/// <param name="status">The HTTP status, 400..599.</param>
/// <param name="code">A stable name in snake case, such as <c>limit_out_of_range</c>.</param>
/// <param name="title">What the code means, the same for every occurrence.</param>
/// <param name="detail">What was found and what was expected, this time.</param>
/// <param name="retryAfter">Seconds after which the same request may succeed; null where time alone changes nothing.</param>
public sealed class ProblemResult(int status, string code, string title, string? detail = null, int? retryAfter = null) : IResult
{
    /// <summary>The media type of every error.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The stable name of the error.</summary>
    public string Code { get; } = code;

    /// <summary>What was found and what was expected.</summary>
    public string? Detail { get; } = detail;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", Status);
            json.WriteString("code", Code);
            if (Detail is not null)
            {
                json.WriteString("detail", Detail);
            }
            json.WriteEndObject();
        }

        SecurityHeaders.Set(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = buffer.WrittenCount;
        response.Headers.CacheControl = "no-store";
        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = HeaderNumbers.Text(seconds);
        }
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
        }
    }
}
