using BundleFunctions.Functions.Gate;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>204: what a page may send, where it may call at all. An origin that is not allowed and a shop that does not exist look alike.</summary>
internal sealed class PreflightResult : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        SecurityHeaders.Set(httpContext);
        CorsHeaders.CompletePreflight(httpContext.Response.Headers);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
