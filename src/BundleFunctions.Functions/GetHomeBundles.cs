using BundleFunctions.Functions.Http;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/bundles?limit=&amp;maxItems=&amp;explain=</c>: the shop's best bundles, for its home page.</summary>
public sealed class GetHomeBundles(ApiKeyRing keys, BundleReader bundles)
{
    [Function(nameof(GetHomeBundles))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/bundles")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
        return problem is null && BundleQueryReader.TryRead(request.Query, out var query, out problem)
            ? new AnswerResult(await bundles.RenderHomeAsync(id, query, cancellationToken))
            : problem;
    }
}
