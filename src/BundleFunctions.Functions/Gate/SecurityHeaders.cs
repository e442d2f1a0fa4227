using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Gate;

/// <summary>What every answer tells browsers: data only, to be shown in no frame, taken for nothing but what it says it is.</summary>
public static class SecurityHeaders
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues Nothing = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues TwoYears = "max-age=63072000; includeSubDomains";

    /// <summary>Sets the headers. An answer that is a page may replace its Content-Security-Policy afterwards.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentSecurityPolicy = Nothing;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = TwoYears;
        }
    }
}
