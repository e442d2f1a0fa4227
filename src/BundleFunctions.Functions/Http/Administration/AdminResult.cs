using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>What an operators' route answers.</summary>
/// <param name="value">The answer.</param>
/// <param name="type">How it is written.</param>
/// <param name="etag">The version of what was read or written; null where there is none.</param>
/// <param name="status">200, or 201 where something was made.</param>
internal sealed class AdminResult<T>(T value, JsonTypeInfo<T> type, string? etag = null, int status = StatusCodes.Status200OK) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (etag is not null)
        {
            httpContext.Response.Headers.ETag = EntityTag.Quote(etag);
        }
        return new Written(status, value, type).ExecuteAsync(httpContext);
    }

    private sealed class Written(int status, T value, JsonTypeInfo<T> type) : JsonResult<T>(status, value, type);
}
