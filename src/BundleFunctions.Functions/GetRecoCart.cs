using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Migration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Migration;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /reco/v1.0/cart/items?seedItemIds=a,b&amp;count=</c>, as Intelligent Recommendations answered it.</summary>
public sealed class GetRecoCart(ApiKeyRing keys, MigrationOptions options, ItemRecommender items, AnswerContextMaker contexts)
{
    [Function(nameof(GetRecoCart))]
    [ApiOperation("Items that go with a cart, as Intelligent Recommendations gave them", Parameters = ["seedItemIds", "count", "skipItems"], Answer = typeof(RecoList))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reco/v1.0/cart/items")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (shop, problem) = await MigrationGate.EnterAsync(keys, options, request, cancellationToken);
        if (problem is not null || !QueryText.TryGet(request.Query, "seedItemIds", out var text, out problem))
        {
            return problem;
        }
        var seeds = MigrationGate.Seeds(text?.Split(',') ?? []);
        return seeds.Count == 0
            ? Problems.InvalidParameter("seedItemIds is absent or names no item; expected item ids with commas between them.")
            : await RecoAnswer.OfAsync(request, "Cart", seeds, items, contexts.Make(shop, AnswerPages.Cart, seeds, default), cancellationToken);
    }
}
