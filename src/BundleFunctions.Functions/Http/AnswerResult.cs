using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Http;

/// <summary>A rendered answer with its ETag: 200, or 304 where the asker holds it already.</summary>
/// <param name="answer">The answer.</param>
/// <param name="isPersonal">Whether the question was about a person, so that no shared cache may keep it.</param>
internal sealed class AnswerResult(RenderedAnswer answer, bool isPersonal = false) : IResult
{
    private const string JsonContentType = "application/json; charset=utf-8";

    // A new generation or a price change shows within this time at every cache; errors of the stores are bridged for longer.
    private static readonly StringValues Public = "public, max-age=30, stale-if-error=600";
    private static readonly StringValues Private = "private, max-age=30";
    private static readonly StringValues NotKept = "no-store";

    // A key is asked for, so a shared cache must keep the answers of different keys apart.
    private static readonly StringValues Vary = ApiKeyCheck.Header;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var headers = response.Headers;
        headers.ETag = answer.ETag;
        headers.Vary = Vary;
        headers.CacheControl = !answer.Cacheable ? NotKept : isPersonal ? Private : Public;
        if (HttpMethods.IsGet(httpContext.Request.Method) && Holds(httpContext.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = JsonContentType;
        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, httpContext.RequestAborted).AsTask();
    }

    // Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2).
    private bool Holds(StringValues held)
    {
        foreach (var line in held)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var tag = line.AsSpan()[range].Trim();
                tag = tag.StartsWith("W/") ? tag[2..] : tag;
                if (tag is "*" || tag.SequenceEqual(answer.ETag))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
