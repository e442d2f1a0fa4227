using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/bundles/{bundleId}</c>: one bundle of the generation that serves, as it can be sold now.</summary>
public sealed class GetBundle(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetBundle))]
    [ApiOperation("One bundle", Query = typeof(QuestionBody), Answer = typeof(BundleAnswer), HasETag = true, Problems = [404])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/bundles/{bundleId}")] HttpRequest request,
        string shop,
        string bundleId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !QuestionReader.TryRead(request, out var question, out problem))
        {
            return problem;
        }
        if (!BundleId.TryParse(bundleId, out var bundle))
        {
            return Problems.InvalidParameter("bundleId is no bundle's name; expected 1..63 of a-z, 0-9 and inner hyphens.");
        }
        var context = contexts.Make(id, AnswerPages.Bundle, [], question.Asker);
        return (await bundles.FindAsync(context, bundle, question.Query, cancellationToken)).Answer is { } answer
            ? new AnswerResult(AnswerRenderer.Render(answer, isPersonal: !question.Asker.IsUntold))
            : Problems.UnknownBundle();
    }
}
