using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/users/{userId}/bundles</c>: the bundles of one person; the shop's best where nothing is known of them.</summary>
public sealed class GetUserBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetUserBundles))]
    [ApiOperation("The bundles of one person", Query = typeof(QuestionBody), Answer = typeof(BundleAnswer), HasETag = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/users/{userId}/bundles")] HttpRequest request,
        string shop,
        string userId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !QuestionReader.TryRead(request, out var question, out problem))
        {
            return problem;
        }
        var asker = question.Asker with { UserId = RouteText.Decode(userId) };
        if (asker.Validate() is { } complaint)
        {
            return Problems.InvalidParameter(complaint);
        }
        return new AnswerResult(await bundles.RenderAsync(contexts.Make(id, AnswerPages.User, [], asker), question.Query, cancellationToken));
    }
}
