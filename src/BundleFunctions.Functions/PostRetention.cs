using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/privacy/retention?dryRun=</c>, for admin keys: deletes what is too old, or says what is.</summary>
public sealed class PostRetention(ApiKeyRing keys, RetentionSweeper retention)
{
    [Function(nameof(PostRetention))]
    [ApiOperation(
        "Deletes what is older than its kind may be",
        Audience = ApiAudience.Admin,
        Parameters = ["dryRun"],
        Answer = typeof(RetentionReport),
        Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/privacy/retention")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        if (!QueryText.TryGetFlag(request.Query, "dryRun", out var dryRun, out problem))
        {
            return problem;
        }
        try
        {
            return new RetentionResult(await retention.SweepAsync(id, dryRun ?? true, "api", cancellationToken));
        }
        catch (InvalidShopSettingsException error)
        {
            return Problems.Conflict(error.Message);
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
