using BundleFunctions.Audit;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>POST /v1/{shop}/generations/{generation}/promote?validateOnly=</c>, for admin keys: lets a generation that is kept serve.</summary>
public sealed class PromoteGeneration(ApiKeyRing keys, GenerationSwitch generations, AuditLog audit)
{
    [Function(nameof(PromoteGeneration))]
    [ApiOperation(
        "Lets a generation that is kept serve",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly"],
        Answer = typeof(RollBackReport),
        OtherAnswer = typeof(ValidBody),
        Problems = [404, 409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/generations/{generation}/promote")] HttpRequest request,
        string shop,
        string generation,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                if (!AdminDoor.TryReadValidateOnly(request, out var validateOnly, out var problem))
                {
                    return problem!;
                }
                if (!GenerationId.TryParse(generation, out var id)
                    || (await generations.FindPointerAsync(caller.Shop, cancellationToken))?.Find(id) is null
                    || !await generations.IsKeptAsync(caller.Shop, id, cancellationToken))
                {
                    return Problems.NotFound("The shop keeps no generation of this name.");
                }
                if (validateOnly)
                {
                    return new ValidResult();
                }
                await audit.WriteAsync(caller.Shop, caller.KeyId, "generations.promote", id.Value, detail: null, cancellationToken);
                var report = await generations.PromoteAsync(caller.Shop, id, cancellationToken);
                return report.Switched ? new RolledBackResult(report) : Problems.Conflict(report.Reason ?? "Nothing was switched.");
            },
            cancellationToken);
}
