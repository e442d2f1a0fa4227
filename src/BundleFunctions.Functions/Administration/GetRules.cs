using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>GET /v1/{shop}/rules</c>, for admin keys: the shop's rules, with the ETag that a change of them names.</summary>
public sealed class GetRules(ApiKeyRing keys, RuleStore rules)
{
    [Function(nameof(GetRules))]
    [ApiOperation("The shop's rules", Audience = ApiAudience.Admin, Answer = typeof(RuleSet), Problems = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/rules")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var stored = await rules.ReadAsync(caller.Shop, cancellationToken);
                return new AdminResult<RuleSet>(stored.Set, AdminJson.Default.RuleSet, stored.ETag);
            },
            cancellationToken);
}
