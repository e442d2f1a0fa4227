using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/sessions/{sessionId}/bundles</c>: bundles by what was done in a visit so far; the shop's best where that is nothing.</summary>
public sealed class GetSessionBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetSessionBundles))]
    [ApiOperation("Bundles by what was done in a visit so far", Query = typeof(QuestionBody), Answer = typeof(BundleAnswer), HasETag = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/sessions/{sessionId}/bundles")] HttpRequest request,
        string shop,
        string sessionId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !QuestionReader.TryRead(request, out var question, out problem))
        {
            return problem;
        }
        var asker = question.Asker with { SessionId = RouteText.Decode(sessionId) };
        if (asker.Validate() is { } complaint)
        {
            return Problems.InvalidParameter(complaint);
        }
        return new AnswerResult(await bundles.RenderAsync(contexts.Make(id, AnswerPages.Session, [], asker), question.Query, cancellationToken));
    }
}
