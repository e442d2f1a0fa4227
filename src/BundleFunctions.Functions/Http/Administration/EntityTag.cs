using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>Compares what a change was made of with what is stored (RFC 9110, 13.1.1).</summary>
internal static class EntityTag
{
    /// <summary>The tag as headers carry it.</summary>
    public static string Quote(string etag) => $"\"{etag.Trim('"')}\"";

    /// <summary>Null where the request changes what is stored, or the problem to answer with.</summary>
    /// <param name="request">With <c>If-Match</c> where something is stored; without it, or with <c>If-None-Match: *</c>, where nothing is.</param>
    /// <param name="stored">The stored tag; null where nothing is stored.</param>
    public static ProblemResult? Check(HttpRequest request, string? stored)
    {
        var given = request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            return stored is null ? null
                : request.Headers.IfNoneMatch.Count > 0 ? Problems.PreconditionFailed("Something is stored; expected If-Match with its ETag.")
                : Problems.PreconditionRequired();
        }
        return stored is not null && string.Equals(given, Quote(stored), StringComparison.Ordinal)
            ? null
            : Problems.PreconditionFailed("If-Match names another version than the one that is stored.");
    }
}
