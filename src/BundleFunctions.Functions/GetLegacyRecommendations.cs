using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Migration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Migration;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /models/default/recommend?itemId=&amp;recommendationCount=</c>, as the retired product recommendations accelerator answered it.</summary>
public sealed class GetLegacyRecommendations(ApiKeyRing keys, MigrationOptions options, ItemRecommender items, AnswerContextMaker contexts)
{
    [Function(nameof(GetLegacyRecommendations))]
    [ApiOperation(
        "Single items for an item, as the retired accelerator gave them",
        Parameters = ["itemId", "recommendationCount"],
        Answer = typeof(RecommendedItem[]))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "models/default/recommend")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (shop, problem) = await MigrationGate.EnterAsync(keys, options, request, cancellationToken);
        if (problem is not null
            || !QueryText.TryGet(request.Query, "itemId", out var item, out problem)
            || !MigrationGate.TryReadCount(request.Query, "recommendationCount", 10, out var count, out problem))
        {
            return problem;
        }
        var seeds = MigrationGate.Seeds([item]);
        var context = contexts.Make(shop, MigrationGate.PageOf(seeds), seeds, default);
        return new LegacyResult(await items.RecommendAsync(context, count, cancellationToken));
    }
}
