using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/products/{productId}/bundles?limit=&amp;maxItems=&amp;explain=...</c>: the bundles of a product page.</summary>
public sealed class GetProductBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetProductBundles))]
    [ApiOperation("The bundles of a product page", Query = typeof(QuestionBody), Answer = typeof(BundleAnswer), HasETag = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/products/{productId}/bundles")] HttpRequest request,
        string shop,
        string productId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !QuestionReader.TryRead(request, out var question, out problem))
        {
            return problem;
        }
        if (!RouteText.TryReadProduct(productId, out var product))
        {
            return Problems.InvalidParameter("productId is no product id; expected 1..128 characters, none of them a control character.");
        }
        return new AnswerResult(question.Asker.IsUntold
            ? await bundles.RenderForProductAsync(id, product, question.Query, cancellationToken)
            : await bundles.RenderAsync(contexts.Make(id, AnswerPages.Product, [product], question.Asker), question.Query, cancellationToken));
    }
}
