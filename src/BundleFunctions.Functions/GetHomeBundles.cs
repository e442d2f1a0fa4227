using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/bundles?limit=&amp;maxItems=&amp;explain=...</c>: the shop's best bundles, for its home page.</summary>
public sealed class GetHomeBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetHomeBundles))]
    [ApiOperation("The shop's best bundles", Query = typeof(QuestionBody), Answer = typeof(BundleAnswer), HasETag = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/bundles")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !QuestionReader.TryRead(request, out var question, out problem))
        {
            return problem;
        }
        return new AnswerResult(question.Asker.IsUntold
            ? await bundles.RenderHomeAsync(id, question.Query, cancellationToken)
            : await bundles.RenderAsync(contexts.Make(id, AnswerPages.Home, [], question.Asker), question.Query, cancellationToken));
    }
}
