using BundleFunctions.Assistant;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/assistant</c> with <c>{message, cart?, productId?, bundleId?, visitorId?...}</c>: an answer in plain language, with bundles.</summary>
public sealed class PostAssistant(ApiKeyRing keys, ShopAssistant assistant, AnswerContextMaker contexts)
{
    [Function(nameof(PostAssistant))]
    [ApiOperation(
        "An answer in plain language, with bundles",
        Body = typeof(AssistantBody),
        Answer = typeof(AssistantAnswer),
        OtherAnswer = typeof(ValidBody),
        Problems = [404])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/assistant")] HttpRequest request,
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
            || !JsonText.TryRead(body, ContractJson.Default.AssistantBody, "a question", out var fields, out problem)
            || !AssistantReader.TryMake(fields, out var question, out var asker, out problem))
        {
            return problem;
        }
        if (fields.ValidateOnly == true)
        {
            return new ValidResult();
        }
        var preferred = PhraseBook.For(request.Headers.AcceptLanguage);
        var answer = await assistant.AnswerAsync(contexts.Make(id, AnswerPages.Assistant, [], asker), question, preferred, cancellationToken);
        return answer is null ? Problems.NotFound("This shop has no assistant.") : new AssistantResult(answer);
    }
}
