using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Http;

/// <summary>A rendered answer with its ETag: 200, or 304 where the asker holds it already. What is given out again and again goes compressed
/// to those who take that.</summary>
/// <param name="answer">The answer.</param>
/// <param name="isPersonal">Whether the question was about a person, so that no shared cache may keep it.</param>
internal sealed class AnswerResult(RenderedAnswer answer, bool isPersonal = false) : IResult
{
    private const string JsonContentType = "application/json; charset=utf-8";

    // Less than a packet gains nothing.
    private const int LeastCompressed = 1024;

    // A new generation or a price change shows within this time at every cache; errors of the stores are bridged for longer.
    private static readonly StringValues Public = "public, max-age=30, stale-if-error=600";
    private static readonly StringValues Private = "private, max-age=30";
    private static readonly StringValues NotKept = "no-store";

    // A key is asked for, and pages of some origins only may read: a shared cache must keep such answers apart.
    private static readonly StringValues Vary = $"{ApiKeyCheck.Header}, Accept-Encoding, Accept-Language, Origin";

    private static readonly StringValues Brotli = "br";
    private static readonly StringValues Gzip = "gzip";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var response = httpContext.Response;
        var headers = response.Headers;
        var encoding = answer is { IsKept: true, Cacheable: true, Body.Length: >= LeastCompressed }
            ? AcceptedEncoding.Of(request.Headers.AcceptEncoding) : ContentCoding.Identity;
        headers.ETag = encoding switch
        {
            ContentCoding.Brotli => answer.BrotliETag,
            ContentCoding.Gzip => answer.GzipETag,
            _ => answer.ETag,
        };
        headers.Vary = Vary;
        headers.CacheControl = !answer.Cacheable ? NotKept : isPersonal || answer.IsPersonal ? Private : Public;
        if (HttpMethods.IsGet(request.Method) && Holds(request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = encoding switch
        {
            ContentCoding.Brotli => answer.Brotli,
            ContentCoding.Gzip => answer.Gzip,
            _ => answer.Body,
        };
        if (encoding != ContentCoding.Identity)
        {
            headers.ContentEncoding = encoding == ContentCoding.Brotli ? Brotli : Gzip;
        }
        response.ContentType = JsonContentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    // Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2): any form of the same answer will do.
    private bool Holds(StringValues held)
    {
        foreach (var line in held)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var tag = line.AsSpan()[range].Trim();
                tag = tag.StartsWith("W/") ? tag[2..] : tag;
                if (tag is "*" || tag.SequenceEqual(answer.ETag) || tag.SequenceEqual(answer.BrotliETag) || tag.SequenceEqual(answer.GzipETag))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
