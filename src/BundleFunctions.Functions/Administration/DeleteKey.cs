using BundleFunctions.Audit;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>DELETE /v1/{shop}/keys/{keyId}</c>, for admin keys: takes a key back, but for the one that asks.</summary>
public sealed class DeleteKey(ApiKeyRing keys, AuditLog audit)
{
    [Function(nameof(DeleteKey))]
    [ApiOperation("Takes a key back", Audience = ApiAudience.Admin, Answer = typeof(Done), Problems = [404, 409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/{shop}/keys/{keyId}")] HttpRequest request,
        string shop,
        string keyId,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                if ((await keys.ListAsync(caller.Shop, cancellationToken)).All(key => !string.Equals(key.Id, keyId, StringComparison.Ordinal)))
                {
                    return Problems.NotFound("The shop has no key of this id.");
                }
                if (string.Equals(caller.KeyId, keyId, StringComparison.Ordinal))
                {
                    return Problems.Conflict("A key does not revoke itself; ask with the shop's other admin key.");
                }
                await audit.WriteAsync(caller.Shop, caller.KeyId, "keys.revoke", keyId, detail: null, cancellationToken);
                return await keys.RevokeByIdAsync(caller.Shop, keyId, cancellationToken)
                    ? new AdminResult<Done>(new Done(keyId, "revoked"), AdminJson.Default.Done)
                    : Problems.NotFound("The shop has no key of this id.");
            },
            cancellationToken);
}
