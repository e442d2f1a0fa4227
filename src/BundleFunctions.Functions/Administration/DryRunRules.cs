using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Security;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>POST /v1/{shop}/rules/dry-run</c> with <c>{question, rule}</c> or <c>{question, rules}</c>, for admin keys: tells what a change of
/// rules would do to an answer.</summary>
public sealed class DryRunRules(ApiKeyRing keys, RuleStore rules, RuleDryRun dryRun, TimeProvider clock)
{
    [Function(nameof(DryRunRules))]
    [ApiOperation(
        "What a change of rules would do",
        Audience = ApiAudience.Admin,
        Body = typeof(DryRunBody),
        Answer = typeof(RuleDryRunReport),
        Problems = [408, 409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/rules/dry-run")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                var (body, problem) = await RequestBody.ReadAsync(request, RuleChanges.MaxBodyBytes, RequestBody.Json, cancellationToken);
                if (problem is not null || !JsonText.TryRead(body, AdminJson.Default.DryRunBody, "a dry run", out var wanted, out problem))
                {
                    return problem;
                }
                if (wanted.Question is null || (wanted.Rule is null) == (wanted.Rules is null))
                {
                    return Problems.InvalidParameter("Expected question, and either rule or rules.");
                }
                var (context, fault) = wanted.Question.ToContext(caller.Shop, clock.GetUtcNow());
                var before = (await rules.ReadAsync(caller.Shop, cancellationToken)).Set;
                var after = wanted.Rules ?? RuleChanges.Put(before, wanted.Rule!);
                if ((fault ?? after.Validate()) is { } complaint)
                {
                    return Problems.InvalidParameter(complaint);
                }
                var report = await dryRun.RunAsync(context!, before, after, cancellationToken);
                return new AdminResult<RuleDryRunReport>(report, AdminJson.Default.RuleDryRunReport);
            },
            cancellationToken);
}
