using BundleFunctions.Experiments;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/experiments/history?limit=&amp;before=</c>, for admin keys: who changed what is tried out, the newest first.</summary>
public sealed class GetExperimentHistory(ApiKeyRing keys, ExperimentStore experiments)
{
    private const int MaxLimit = 50;
    private const int DefaultLimit = 10;

    [Function(nameof(GetExperimentHistory))]
    [ApiOperation(
        "What the shop tried out, newest first",
        Audience = ApiAudience.Admin,
        Parameters = ["limit", "before"],
        Answer = typeof(ExperimentChange[]),
        Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/experiments/history")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null
            || !QueryText.TryGetInt(request.Query, "limit", out var limit, out problem)
            || !QueryText.TryGetInt(request.Query, "before", out var before, out problem))
        {
            return problem;
        }
        if (limit is < 1 or > MaxLimit)
        {
            return Problems.InvalidParameter($"limit is {limit}; expected 1..{MaxLimit}.");
        }
        try
        {
            return new ExperimentHistoryResult(await experiments.ReadHistoryAsync(id, before ?? int.MaxValue, limit ?? DefaultLimit, cancellationToken));
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
        catch (InvalidDataException error)
        {
            return Problems.Conflict(error.Message);
        }
    }
}
