using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads request bodies that are bounded in size and of a named media type.</summary>
internal static class RequestBody
{
    /// <summary>The media type of most bodies.</summary>
    public static IReadOnlyList<string> Json { get; } = ["application/json"];

    // Long enough for a phone in a tunnel, short enough that slow senders do not pile up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads a whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most bytes taken; not one more is kept in memory.</param>
    /// <param name="mediaTypes">What the Content-Type may be, parameters aside.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes, or the problem to answer with.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, ProblemResult? Problem)> ReadAsync(
        HttpRequest request, int maxBytes, IReadOnlyList<string> mediaTypes, CancellationToken cancellationToken)
    {
        var known = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!known || request.Headers.ContentEncoding.Count > 0)
        {
            var found = request.Headers.ContentEncoding.Count > 0 ? $"Content-Encoding: {request.Headers.ContentEncoding}" : request.ContentType;
            return (default, Problems.UnsupportedMediaType(QueryText.Shown(found ?? ""), $"{string.Join(" or ", mediaTypes)} in UTF-8"));
        }
        if (request.ContentLength > maxBytes)
        {
            return (default, Problems.BodyTooLarge(maxBytes));
        }
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // One more than is taken, so that the bound below answers before the server cuts the connection.
            limit.MaxRequestBodySize = maxBytes + 1L;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        var body = new ArrayBufferWriter<byte>((int)Math.Min(request.ContentLength ?? 4096, maxBytes) + 1);
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(body.GetMemory(), timeout.Token);
                if (read == 0)
                {
                    return (body.WrittenMemory, null);
                }
                body.Advance(read);
                if (body.WrittenCount > maxBytes)
                {
                    return (default, Problems.BodyTooLarge(maxBytes));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, Problems.BodyTooSlow((long)Patience.TotalSeconds));
        }
        catch (BadHttpRequestException error)
        {
            return (default, error.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => Problems.BodyTooLarge(maxBytes),

                // A server may lose its patience before we do.
                StatusCodes.Status408RequestTimeout => Problems.BodyTooSlow((long)Patience.TotalSeconds),
                _ => Problems.InvalidBody(error.Message),
            });
        }
    }
}
