using BundleFunctions.Functions.Gate;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Serving.Rules;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Administration;

/// <summary>What the routes that change rules share: judged, then stored where they were changed by nobody else.</summary>
internal static class RuleChanges
{
    /// <summary>The most bytes of a body of rules.</summary>
    public const int MaxBodyBytes = 512 * 1024;

    /// <summary>Puts one rule over those of a set, in the place of the one of its id, or after all.</summary>
    public static RuleSet Put(RuleSet set, Rule rule)
    {
        var index = set.Rules.ToList().FindIndex(other => other.Id == rule.Id);
        return set with { Rules = index < 0 ? [.. set.Rules, rule] : [.. set.Rules.Take(index), rule, .. set.Rules.Skip(index + 1)] };
    }

    /// <summary>Stores changed rules, where the request names the version that it changes.</summary>
    public static async Task<IResult> SaveAsync(
        RuleStore store, HttpRequest request, Caller caller, StoredRules before, RuleSet after, RuleChange change, CancellationToken cancellationToken)
    {
        if (!AdminDoor.TryReadValidateOnly(request, out var validateOnly, out var problem))
        {
            return problem!;
        }
        if (EntityTag.Check(request, before.ETag) is { } refused)
        {
            return refused;
        }
        if (after.Validate() is { } fault)
        {
            return Problems.InvalidParameter(fault);
        }
        if (validateOnly)
        {
            return new ValidResult();
        }
        var etag = await store.SaveAsync(caller.Shop, after, before.ETag, change, cancellationToken);
        return etag is null
            ? Problems.PreconditionFailed("Somebody else was first.")
            : new AdminResult<RuleSet>(after, AdminJson.Default.RuleSet, etag);
    }
}
