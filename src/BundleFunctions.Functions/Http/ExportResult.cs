using BundleFunctions.Ports;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: what is kept of a person, one JSON object a line. Gathered in a temporary file first, so that a store that fails makes a
/// problem and not half an answer.</summary>
internal sealed class ExportResult(Func<Stream, CancellationToken, Task> export) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellationToken = httpContext.RequestAborted;
        await using var lines = new FileStream(
            Path.Combine(Path.GetTempPath(), $"bundles-export-{Path.GetRandomFileName()}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            await export(lines, cancellationToken);
        }
        catch (StoreException)
        {
            await Problems.StoreUnavailable().ExecuteAsync(httpContext);
            return;
        }

        var response = httpContext.Response;
        response.ContentType = "application/x-ndjson; charset=utf-8";
        response.ContentLength = lines.Length;
        response.Headers.CacheControl = "no-store";
        lines.Position = 0;
        await lines.CopyToAsync(response.Body, cancellationToken);
    }
}
