using BundleFunctions.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.LocalHost.Http;

/// <summary>Gives the answers that routing leaves empty (no such route, wrong method) a problem+json body.</summary>
internal static class EmptyErrorAnswers
{
    public static void UseEmptyErrorAnswers(this IApplicationBuilder app) => app.Use(next => context =>
    {
        var answered = next(context);
        return answered.IsCompletedSuccessfully && context.Response.StatusCode < StatusCodes.Status400BadRequest
            ? answered
            : FillAsync(context, answered);
    });

    private static async Task FillAsync(HttpContext context, Task answered)
    {
        await answered;
        var response = context.Response;
        if (response.HasStarted || response.ContentLength is not null || response.ContentType is not null)
        {
            return;
        }

        // Browsers may ask about any path before they call it; that a path is asked about does not make it one that is answered.
        var isUnknown = string.Equals(response.Headers.Allow, HttpMethods.Options, StringComparison.OrdinalIgnoreCase);
        if (isUnknown)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.Headers.Remove("Allow");
        }

        var problem = response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new ProblemResult(
                StatusCodes.Status404NotFound, "no_such_route", "No function answers this path.", context.Request.Path),
            StatusCodes.Status405MethodNotAllowed => new ProblemResult(
                StatusCodes.Status405MethodNotAllowed,
                "method_not_allowed",
                "The function does not answer this method.",
                $"Found {context.Request.Method}; expected {response.Headers.Allow}."),
            _ => null,
        };
        if (problem is not null)
        {
            await problem.ExecuteAsync(context);
        }
    }
}
