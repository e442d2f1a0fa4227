using System.Text.Json;
using BundleFunctions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BundleFunctions.LocalHost.Admin;

/// <summary>Reads the small JSON bodies of the admin and webhook routes.</summary>
internal static class JsonBody
{
    // Event Grid's own bound on a batch is 1 MB.
    private const int MaxBytes = 1 << 20;

    /// <summary>Reads a body; an empty one is an undefined element.</summary>
    /// <returns>The element, or the problem to answer with.</returns>
    public static async Task<(JsonElement Body, ProblemResult? Problem)> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        if (buffer.Length == 0)
        {
            return default;
        }
        try
        {
            buffer.Position = 0;
            using var document = await JsonDocument.ParseAsync(buffer, cancellationToken: context.RequestAborted);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException error)
        {
            return (default, new ProblemResult(StatusCodes.Status400BadRequest, "bad_json", "The body is not JSON.", error.Message));
        }
    }

    /// <summary>A property's text; null where there is none, or it is no text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
