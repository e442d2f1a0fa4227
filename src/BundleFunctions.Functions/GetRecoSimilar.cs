using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Migration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Migration;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /reco/v1.0/similar/{itemId}?count=</c>, as Intelligent Recommendations answered it; the items are those that go with it.</summary>
public sealed class GetRecoSimilar(ApiKeyRing keys, MigrationOptions options, ItemRecommender items, AnswerContextMaker contexts)
{
    [Function(nameof(GetRecoSimilar))]
    [ApiOperation("Items that go with an item, as Intelligent Recommendations gave them", Parameters = ["count", "skipItems"], Answer = typeof(RecoList))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reco/v1.0/similar/{itemId}")] HttpRequest request,
        string itemId,
        CancellationToken cancellationToken)
    {
        var (shop, problem) = await MigrationGate.EnterAsync(keys, options, request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        var seeds = MigrationGate.Seeds([RouteText.Decode(itemId)]);
        return seeds.Count == 0
            ? Problems.InvalidParameter("itemId is no item id; expected 1..128 characters, none of them a control character.")
            : await RecoAnswer.OfAsync(request, "Similar", seeds, items, contexts.Make(shop, AnswerPages.Cart, seeds, default), cancellationToken);
    }
}
