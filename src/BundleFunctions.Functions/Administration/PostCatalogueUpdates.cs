using BundleFunctions.Audit;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>POST /v1/{shop}/catalogue/updates</c> with <c>{updates: [{productId, stock, price, ...}], validateOnly}</c>, for admin keys: shows in
/// answers within seconds.</summary>
public sealed class PostCatalogueUpdates(ApiKeyRing keys, CatalogueUpdater updater, AuditLog audit)
{
    [Function(nameof(PostCatalogueUpdates))]
    [ApiOperation(
        "Stock and prices that are newer than the catalogue",
        Audience = ApiAudience.Admin,
        Body = typeof(UpdatesBody),
        Answer = typeof(CatalogueUpdateResult),
        Problems = [408, 409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/catalogue/updates")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var (body, problem) = await RequestBody.ReadAsync(request, CatalogueUpdater.MaxBodyBytes, RequestBody.Json, cancellationToken);
                if (problem is not null || !JsonText.TryRead(body, AdminJson.Default.UpdatesBody, "updates", out var given, out problem))
                {
                    return problem;
                }
                if (given.Updates is not { Count: >= 1 and <= CatalogueUpdater.MaxUpdates } updates)
                {
                    return Problems.InvalidParameter($"updates has {given.Updates?.Count ?? 0} entries; expected 1..{CatalogueUpdater.MaxUpdates}.");
                }
                var validateOnly = given.ValidateOnly ?? false;
                if (!validateOnly)
                {
                    await audit.WriteAsync(caller.Shop, caller.KeyId, "catalogue.update", $"{updates.Count} updates", detail: null, cancellationToken);
                }
                try
                {
                    var result = await updater.ApplyAsync(caller.Shop, updates, AdminJson.Default.CatalogueUpdate, validateOnly, cancellationToken);
                    return new AdminResult<CatalogueUpdateResult>(result, AdminJson.Default.CatalogueUpdateResult);
                }
                catch (CatalogueUpdatesFullException full)
                {
                    return Problems.Conflict(full.Message);
                }
            },
            cancellationToken);
}
