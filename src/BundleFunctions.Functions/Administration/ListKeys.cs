using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>GET /v1/{shop}/keys</c>, for admin keys: the shop's keys by id, without the secrets.</summary>
public sealed class ListKeys(ApiKeyRing keys)
{
    [Function(nameof(ListKeys))]
    [ApiOperation("The shop's keys, without the secrets", Audience = ApiAudience.Admin, Answer = typeof(KeyList), Problems = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/keys")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller => new AdminResult<KeyList>(
                new KeyList(await keys.ListAsync(caller.Shop, cancellationToken)), AdminJson.Default.KeyList),
            cancellationToken);
}
