using BundleFunctions.Feedback;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/events</c>: takes one event, an array of them or one a line, and answers what became of each.</summary>
public sealed class PostEvents(ApiKeyRing keys, EventPoster poster)
{
    private static readonly string[] Json = ["application/json", "application/x-ndjson", "application/ndjson", "application/jsonl"];

    [Function(nameof(PostEvents))]
    [ApiOperation(
        "Events back in",
        Body = typeof(object),
        BodyTypes = ["application/json", "application/x-ndjson", "application/ndjson", "application/jsonl"],
        Parameters = ["validateOnly"],
        Status = 202,
        Answer = typeof(PostEventsResult),
        OtherAnswer = typeof(PostEventsResult))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/events")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        if (!QueryText.TryGetFlag(request.Query, "validateOnly", out var validateOnly, out problem))
        {
            return problem;
        }
        (var body, problem) = await RequestBody.ReadAsync(request, EventPoster.MaxBodyBytes, Json, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            var result = validateOnly == true
                ? await poster.CheckAsync(id, body, cancellationToken)
                : await poster.PostAsync(id, body, cancellationToken);
            return result.Refusal switch
            {
                null => new PostedResult(result, validateOnly == true),
                { Code: RejectCodes.BodyTooLarge or RejectCodes.TooManyEvents } refusal => Problems.TooManyEvents(refusal.Message),
                var refusal => Problems.InvalidBody(refusal.Message),
            };
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
