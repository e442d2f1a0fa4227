using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/search/rerank</c> with <c>{productIds:[...], query?, visitorId?...}</c>: search results in a better order.</summary>
public sealed class PostRerank(ApiKeyRing keys, ProductRanker ranker, AnswerContextMaker contexts)
{
    [Function(nameof(PostRerank))]
    [ApiOperation("Search results in a better order", Body = typeof(RerankBody), Answer = typeof(RankedProducts), OtherAnswer = typeof(ValidBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/search/rerank")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        (var body, problem) = await RequestBody.ReadAsync(request, CartReader.MaxBodyBytes, RequestBody.Json, cancellationToken);
        if (problem is not null
            || !JsonText.TryRead(body, ContractJson.Default.RerankBody, "search results", out var results, out problem)
            || !CartReader.TryReadProducts(results.ProductIds ?? [], "productIds", out var products, out problem, ProductRanker.MaxProducts))
        {
            return problem;
        }
        var asker = new Asker(results.VisitorId, results.UserId, results.SessionId, null, null);
        if (asker.Validate() is { } complaint)
        {
            return Problems.InvalidParameter(complaint);
        }
        return results.ValidateOnly == true
            ? new ValidResult()
            : new RankedResult(await ranker.RankAsync(contexts.Make(id, AnswerPages.Search, products, asker), cancellationToken));
    }
}
