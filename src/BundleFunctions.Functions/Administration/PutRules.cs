using System.Text.Json;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>PUT /v1/{shop}/rules?validateOnly=</c> with <c>{rules: [...], excludeOwned}</c>, for admin keys: replaces all rules.</summary>
public sealed class PutRules(ApiKeyRing keys, RuleStore rules)
{
    [Function(nameof(PutRules))]
    [ApiOperation(
        "Replaces all rules",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly"],
        Body = typeof(RuleSet),
        Answer = typeof(RuleSet),
        OtherAnswer = typeof(ValidBody),
        Problems = [408, 409, 412, 428])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/{shop}/rules")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var (body, problem) = await RequestBody.ReadAsync(request, RuleChanges.MaxBodyBytes, RequestBody.Json, cancellationToken);
                if (problem is not null || !JsonText.TryRead(body, AdminJson.Default.RuleSet, "rules", out var set, out problem))
                {
                    return problem;
                }
                var before = await rules.ReadAsync(caller.Shop, cancellationToken);
                var change = new RuleChange(caller.KeyId, "rules.replace", null, JsonSerializer.SerializeToElement(set, AdminJson.Default.RuleSet));
                return await RuleChanges.SaveAsync(rules, request, caller, before, set, change, cancellationToken);
            },
            cancellationToken);
}
