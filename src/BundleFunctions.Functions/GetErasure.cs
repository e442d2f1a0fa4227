using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/privacy/erasures/{erasureId}</c>, for admin keys: where an erasure stands, and its receipt.</summary>
public sealed class GetErasure(ApiKeyRing keys, PersonEraser eraser)
{
    [Function(nameof(GetErasure))]
    [ApiOperation("How far an erasure is, and its receipt", Audience = ApiAudience.Admin, Status = 202, Answer = typeof(ErasureAnswer), OtherAnswer = typeof(ErasureAnswer), Problems = [404])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/privacy/erasures/{erasureId}")] HttpRequest request,
        string shop,
        string erasureId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            return await eraser.FindAsync(id, erasureId, cancellationToken) is { } status
                ? new ErasureResult(status)
                : Problems.NotFound("There is no erasure of that name.");
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
