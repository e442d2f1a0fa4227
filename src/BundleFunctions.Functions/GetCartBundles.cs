using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/carts/bundles?items=a,b</c>: bundles that add something to a cart, in a form that caches can keep.</summary>
public sealed class GetCartBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(GetCartBundles))]
    [ApiOperation(
        "Bundles that add something to a cart, in a form that caches can keep",
        Query = typeof(QuestionBody),
        Parameters = ["items"],
        Answer = typeof(BundleAnswer),
        HasETag = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/carts/bundles")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null || !CartReader.TryReadQuery(request.Query, out var cart, out problem))
        {
            return problem;
        }
        var context = contexts.Make(id, AnswerPages.Cart, cart.Products, cart.Asker);
        return new AnswerResult(await bundles.RenderAsync(context, QuestionReader.InLanguageOf(request, cart.Query), cancellationToken));
    }
}
