using System.Text.Json;
using BundleFunctions.Functions.Http;
using BundleFunctions.LocalHost.Blobs;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.LocalHost.Admin;

/// <summary>
/// <c>POST /runtime/webhooks/blobs?functionName=Host.Functions.X</c>: Event Grid's notices of new blobs, in its own schema, one or
/// a batch, and the handshake by which it makes sure that the receiver wants them.
/// </summary>
internal sealed class BlobWebhook(FunctionCatalogue functions, BlobDispatcher dispatcher)
{
    private const string NamePrefix = "Host.Functions.";
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Created = "Microsoft.Storage.BlobCreated";
    private const string ContainerMark = "/containers/";
    private const string BlobMark = "/blobs/";

    /// <summary>Answers the handshake, or 202 once every notice is queued; events of other kinds and of other containers are passed over.</summary>
    public async Task<IResult> AnswerAsync(string? functionName, HttpContext context)
    {
        var name = functionName?.StartsWith(NamePrefix, StringComparison.OrdinalIgnoreCase) is true ? functionName[NamePrefix.Length..] : functionName;
        if (!functions.TryGet(name ?? "", out var found) || found is not BlobFunction function)
        {
            return new ProblemResult(StatusCodes.Status404NotFound, "no_such_function", "No blob function has this name.", functionName);
        }

        var (body, problem) = await JsonBody.ReadAsync(context);
        if (problem is not null)
        {
            return problem;
        }

        IEnumerable<JsonElement> events = body.ValueKind == JsonValueKind.Array ? body.EnumerateArray() : [body];
        foreach (var notice in events)
        {
            switch (notice.Text("eventType"))
            {
                case Validation when notice.TryGetProperty("data", out var data) && data.Text("validationCode") is { } code:
                    return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["validationResponse"] = code });
                case Created when TryReadSubject(notice.Text("subject"), out var blob):
                    dispatcher.TryEnqueue(function, blob, forced: false);
                    break;
                case null:
                    return new ProblemResult(
                        StatusCodes.Status400BadRequest, "bad_event", "The body is no Event Grid event.", "Expected an eventType in each.");
            }
        }
        return Results.Accepted();
    }

    // A subject reads /blobServices/default/containers/{container}/blobs/{path}.
    private static bool TryReadSubject(string? subject, out BlobName blob)
    {
        blob = default;
        var container = subject?.IndexOf(ContainerMark, StringComparison.Ordinal) ?? -1;
        var path = container < 0 ? -1 : subject!.IndexOf(BlobMark, container + ContainerMark.Length, StringComparison.Ordinal);
        if (path < 0)
        {
            return false;
        }
        blob = new BlobName(subject![(container + ContainerMark.Length)..path], subject[(path + BlobMark.Length)..]);
        return blob.IsValid;
    }
}
