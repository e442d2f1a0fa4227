using System.Text.Json;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>PUT /v1/{shop}/rules/{ruleId}?validateOnly=</c> with a rule, for admin keys: adds it, or puts it in the place of the one of its id.</summary>
public sealed class PutRule(ApiKeyRing keys, RuleStore rules)
{
    [Function(nameof(PutRule))]
    [ApiOperation(
        "Adds or replaces a rule",
        Audience = ApiAudience.Admin,
        Parameters = ["validateOnly"],
        Body = typeof(Rule),
        Answer = typeof(RuleSet),
        OtherAnswer = typeof(ValidBody),
        Problems = [408, 409, 412, 428])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/{shop}/rules/{ruleId}")] HttpRequest request,
        string shop,
        string ruleId,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var (body, problem) = await RequestBody.ReadAsync(request, RuleChanges.MaxBodyBytes, RequestBody.Json, cancellationToken);
                if (problem is not null || !JsonText.TryRead(body, AdminJson.Default.Rule, "a rule", out var rule, out problem))
                {
                    return problem;
                }
                if (!string.Equals(rule.Id.Value, ruleId, StringComparison.Ordinal))
                {
                    return Problems.InvalidParameter($"id is '{rule.Id}'; expected the path's '{QueryText.Shown(ruleId)}'.");
                }
                var before = await rules.ReadAsync(caller.Shop, cancellationToken);
                var change = new RuleChange(caller.KeyId, "rules.put", rule.Id, JsonSerializer.SerializeToElement(rule, AdminJson.Default.Rule));
                return await RuleChanges.SaveAsync(rules, request, caller, before, RuleChanges.Put(before.Set, rule), change, cancellationToken);
            },
            cancellationToken);
}
