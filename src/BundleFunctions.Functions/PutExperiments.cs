using BundleFunctions.Experiments;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary><c>PUT /v1/{shop}/experiments?why=&amp;validateOnly=</c>, for admin keys: changes what the shop tries out, from the version that the body names.</summary>
public sealed partial class PutExperiments(ApiKeyRing keys, ExperimentStore experiments, ILogger<PutExperiments> log)
{
    private const int MaxBodyBytes = 256 * 1024;
    private static readonly string[] Json = ["application/json"];

    [Function(nameof(PutExperiments))]
    [ApiOperation(
        "Changes what the shop tries out",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly", "why"],
        Body = typeof(ExperimentBook),
        Answer = typeof(ExperimentBook),
        Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/{shop}/experiments")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (caller, problem) = await ApiKeyCheck.EnterAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null
            || !QueryText.TryGetFlag(request.Query, "validateOnly", out var validateOnly, out problem)
            || !ReportQuery.TryReadWhy(request.Query, out var why, out problem))
        {
            return problem;
        }
        (var body, problem) = await RequestBody.ReadAsync(request, MaxBodyBytes, Json, cancellationToken);
        if (problem is not null || !JsonText.TryRead(body, ExperimentJson.Default.ExperimentBook, "a book of experiments", out var book, out problem))
        {
            return problem;
        }
        try
        {
            var save = await experiments.SaveAsync(caller.Shop, book, caller.KeyId, why, validateOnly ?? false, cancellationToken);
            Changed(log, caller.Shop, save.Book.Version, validateOnly ?? false, save.Fault);
            return save switch
            {
                { Fault: null } => new ExperimentsResult(save.Book),
                { IsConflict: true } => Problems.Conflict(save.Fault),
                _ => Problems.InvalidParameter(save.Fault),
            };
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

    [LoggerMessage(LogLevel.Information, "Experiments of {Shop}: version {Version} stands; only validated {ValidateOnly}; {Fault}")]
    private static partial void Changed(ILogger log, ShopId shop, int version, bool validateOnly, string? fault);
}
