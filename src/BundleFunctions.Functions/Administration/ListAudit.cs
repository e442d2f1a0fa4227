using System.Globalization;
using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>GET /v1/{shop}/audit?day=&amp;limit=&amp;cursor=</c>, for admin keys: who did what to the shop on a day.</summary>
public sealed class ListAudit(ApiKeyRing keys, AuditLog audit, TimeProvider clock)
{
    [Function(nameof(ListAudit))]
    [ApiOperation(
        "Who did what to the shop",
        Audience = ApiAudience.Admin,
        Parameters = ["day", "limit", "cursor"],
        Answer = typeof(AuditPage),
        Problems = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/audit")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                if (!Page.TryReadLimit(request.Query, out var limit, out var problem)
                    || !QueryText.TryGet(request.Query, "cursor", out var cursor, out problem)
                    || !QueryText.TryGet(request.Query, "day", out var text, out problem))
                {
                    return problem;
                }
                if (text is not null && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                {
                    return Problems.InvalidParameter($"day is '{QueryText.Shown(text)}'; expected yyyy-MM-dd.");
                }
                try
                {
                    var page = await audit.ReadAsync(caller.Shop, day, cursor, limit, cancellationToken);
                    return new AdminResult<AuditPage>(page, AdminJson.Default.AuditPage);
                }
                catch (JsonException fault)
                {
                    return Problems.Conflict($"An entry cannot be read: {fault.Message}");
                }
            },
            cancellationToken);
}
