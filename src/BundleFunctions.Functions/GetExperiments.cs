using BundleFunctions.Experiments;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/experiments</c>, for admin keys: everything that the shop tries out.</summary>
public sealed class GetExperiments(ApiKeyRing keys, ExperimentStore experiments)
{
    [Function(nameof(GetExperiments))]
    [ApiOperation("What the shop tries out", Audience = ApiAudience.Admin, Answer = typeof(ExperimentBook), Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/experiments")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            return new ExperimentsResult(await experiments.ReadAsync(id, cancellationToken));
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
