using BundleFunctions.Audit;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/generations/rollback</c>, for admin keys: lets the previous generation serve again.</summary>
public sealed partial class RollBackGeneration(ApiKeyRing keys, GenerationSwitch generations, AuditLog audit, ILogger<RollBackGeneration> log)
{
    [Function(nameof(RollBackGeneration))]
    [ApiOperation("Lets the previous generation serve again", Audience = ApiAudience.Admin, Answer = typeof(RollBackReport), Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/generations/rollback")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (caller, problem) = await ApiKeyCheck.EnterAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        var id = caller.Shop;
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            await audit.WriteAsync(id, caller.KeyId, "generations.rollback", target: null, detail: null, cancellationToken);
            var report = await generations.RollBackAsync(id, cancellationToken);
            RolledBack(log, id, report.Switched, report.Current, report.Previous, report.Reason);
            return report.Switched
                ? new RolledBackResult(report)
                : Problems.Conflict(report.Reason ?? "Nothing was switched.");
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Roll-back of {Shop}: switched {Switched}, {Current} serves, {Previous} was before; {Reason}")]
    private static partial void RolledBack(
        ILogger log, ShopId shop, bool switched, GenerationId? current, GenerationId? previous, string? reason);
}
