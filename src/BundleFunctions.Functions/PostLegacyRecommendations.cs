using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Migration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Migration;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /models/default/recommend</c> with an array of usage events, as the retired product recommendations accelerator answered it.</summary>
public sealed class PostLegacyRecommendations(ApiKeyRing keys, MigrationOptions options, ItemRecommender items, AnswerContextMaker contexts)
{
    [Function(nameof(PostLegacyRecommendations))]
    [ApiOperation(
        "Single items for what somebody did, as the retired accelerator gave them",
        Parameters = ["recommendationCount"],
        Body = typeof(UsageEvent[]),
        Answer = typeof(RecommendedItem[]))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "models/default/recommend")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (shop, problem) = await MigrationGate.EnterAsync(keys, options, request, cancellationToken);
        if (problem is not null || !MigrationGate.TryReadCount(request.Query, "recommendationCount", 10, out var count, out problem))
        {
            return problem;
        }
        (var body, problem) = await RequestBody.ReadAsync(request, CartReader.MaxBodyBytes, RequestBody.Json, cancellationToken);
        if (problem is not null || !JsonText.TryRead(body, MigrationJson.Default.UsageEventArray, "an array of usage events", out var events, out problem))
        {
            return problem;
        }

        // The newest stood last, and counts first.
        var seeds = MigrationGate.Seeds(events.Reverse().Select(usage => usage?.ItemId));
        var context = contexts.Make(shop, MigrationGate.PageOf(seeds), seeds, default);
        return new LegacyResult(await items.RecommendAsync(context, count, cancellationToken));
    }
}
