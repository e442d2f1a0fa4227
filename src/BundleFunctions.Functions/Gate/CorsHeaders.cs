using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Gate;

/// <summary>Tells browsers which pages may read an answer (Fetch standard, 3.3).</summary>
internal static class CorsHeaders
{
    private static readonly StringValues Methods = "GET, POST, PUT, DELETE";
    private static readonly StringValues Taken = "x-api-key, content-type, accept-language, if-match, if-none-match";
    private static readonly StringValues Shown = "etag, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset";
    private static readonly StringValues MaxAge = "600";

    /// <summary>Lets the asking page read the answer, where its origin is allowed; does nothing where no page asks.</summary>
    public static async ValueTask SetAsync(HttpContext context, ShopOrigins origins, ShopId shop, CancellationToken cancellationToken)
    {
        var origin = context.Request.Headers.Origin;
        if (origin.Count == 1 && origin[0] is { Length: > 0 and <= 300 } asking && (await origins.GetAsync(shop, cancellationToken)).Allows(asking))
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = asking;
            headers.AccessControlExposeHeaders = Shown;
        }
    }

    /// <summary>Completes the answer to a preflight that <see cref="SetAsync"/> let through.</summary>
    public static void CompletePreflight(IHeaderDictionary headers)
    {
        headers.Vary = "Origin";
        if (headers.AccessControlAllowOrigin.Count > 0)
        {
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = Taken;
            headers.AccessControlMaxAge = MaxAge;
        }
    }
}
