using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Composing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/bundles/compose</c> with <c>{productIds:[...], around?, theme?...}</c>: new bundles around what the asker has.</summary>
public sealed class PostCompose(ApiKeyRing keys, BundleComposer composer, AnswerContextMaker contexts)
{
    [Function(nameof(PostCompose))]
    [ApiOperation(
        "New bundles around what the asker has",
        Body = typeof(ComposeBody),
        Answer = typeof(BundleAnswer),
        OtherAnswer = typeof(ValidBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/bundles/compose")] HttpRequest request,
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
            || !JsonText.TryRead(body, ContractJson.Default.ComposeBody, "what bundles are wanted", out var fields, out problem)
            || !ComposeReader.TryMake(fields, out var question, out var products, out var query, out problem))
        {
            return problem;
        }
        if (fields.ValidateOnly == true)
        {
            return new ValidResult();
        }
        var page = fields.Around is "session" ? AnswerPages.Session : AnswerPages.Cart;
        var answer = await composer.ComposeAsync(
            contexts.Make(id, page, products, default), question, QuestionReader.InLanguageOf(request, query), cancellationToken);
        return new AnswerResult(AnswerRenderer.Render(answer, isPersonal: true));
    }
}
