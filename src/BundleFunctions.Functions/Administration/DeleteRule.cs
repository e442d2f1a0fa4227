using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>DELETE /v1/{shop}/rules/{ruleId}?validateOnly=</c>, for admin keys.</summary>
public sealed class DeleteRule(ApiKeyRing keys, RuleStore rules)
{
    [Function(nameof(DeleteRule))]
    [ApiOperation(
        "Takes a rule away",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly"],
        Answer = typeof(RuleSet),
        OtherAnswer = typeof(ValidBody),
        Problems = [404, 409, 412, 428])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/{shop}/rules/{ruleId}")] HttpRequest request,
        string shop,
        string ruleId,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var before = await rules.ReadAsync(caller.Shop, cancellationToken);
                if (!RuleId.TryParse(ruleId, out var id) || before.Set.Rules.All(rule => rule.Id != id))
                {
                    return Problems.NotFound("The shop has no rule of this name.");
                }
                var after = before.Set with { Rules = [.. before.Set.Rules.Where(rule => rule.Id != id)] };
                var change = new RuleChange(caller.KeyId, "rules.delete", id, Detail: null);
                return await RuleChanges.SaveAsync(rules, request, caller, before, after, change, cancellationToken);
            },
            cancellationToken);
}
