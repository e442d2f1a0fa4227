using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/batch</c> with <c>{panels:[{name, page, productIds?, limit?...}]}</c>: a page's panels in one call, no bundle twice.</summary>
public sealed class PostBatch(ApiKeyRing keys, BundleReader bundles, AnswerContextMaker contexts)
{
    [Function(nameof(PostBatch))]
    [ApiOperation(
        "A page's panels in one call, no bundle twice",
        Body = typeof(BatchBody),
        Answer = typeof(BatchAnswer),
        OtherAnswer = typeof(ValidBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/batch")] HttpRequest request,
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
            || !JsonText.TryRead(body, ContractJson.Default.BatchBody, "a page's panels", out var batch, out problem)
            || !BatchReader.TryMake(batch, out var panels, out problem))
        {
            return problem;
        }
        return batch.ValidateOnly == true
            ? new ValidResult()
            : new BatchResult(await AnswerAsync(request, id, panels, batch.Distinct ?? true, cancellationToken));
    }

    private async Task<BatchAnswer> AnswerAsync(
        HttpRequest request, ShopId shop, IReadOnlyList<Panel> panels, bool distinct, CancellationToken cancellationToken)
    {
        var shown = new HashSet<BundleId>();
        var answers = new List<PanelAnswer>(panels.Count);
        foreach (var panel in panels)
        {
            var query = QuestionReader.InLanguageOf(request, panel.Question.Query);
            if (shown.Count > 0)
            {
                query = query with { Refinement = (query.Refinement ?? new AnswerRefinement()) with { Shown = shown } };
            }
            var context = contexts.Make(shop, panel.Page, panel.Products, panel.Question.Asker);
            var answer = await bundles.GetAsync(context, query, cancellationToken);
            answers.Add(new PanelAnswer(panel.Name, answer));
            if (distinct)
            {
                shown.UnionWith(answer.Bundles.Select(bundle => bundle.BundleId));
            }
        }
        return new BatchAnswer(answers);
    }
}
