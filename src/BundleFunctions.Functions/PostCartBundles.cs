using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/carts/bundles</c> with <c>{items:[{productId, quantity}], userId?, limit?, filter?...}</c>.</summary>
public sealed class PostCartBundles(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(PostCartBundles))]
    [ApiOperation("Bundles that add something to a cart", Body = typeof(CartBody), Answer = typeof(BundleAnswer), OtherAnswer = typeof(ValidBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/carts/bundles")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        (var body, problem) = await RequestBody.ReadAsync(request, CartReader.MaxBodyBytes, RequestBody.Json, cancellationToken);
        if (problem is not null || !CartReader.TryReadBody(body, out var cart, out problem))
        {
            return problem;
        }
        if (cart.ValidateOnly)
        {
            return new ValidResult();
        }
        var context = contexts.Make(id, AnswerPages.Cart, cart.Products, cart.Asker);
        var answer = await bundles.RenderAsync(context, QuestionReader.InLanguageOf(request, cart.Query), cancellationToken);
        return new AnswerResult(answer, isPersonal: true);
    }
}
