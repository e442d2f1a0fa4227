using System.Text.Json;

namespace BundleFunctions.Serving.Rules;

/// <summary>A change of rules, for the audit log.</summary>
/// <param name="Actor">Who: the id of an API key, or <c>cli</c>.</param>
/// <param name="Action">What: <c>rules.replace</c>, <c>rules.put</c>, <c>rules.delete</c>.</param>
/// <param name="Target">The rule; null where all are replaced.</param>
/// <param name="Detail">The rule or the rules as they are from now on; null where one is deleted.</param>
public sealed record RuleChange(string Actor, string Action, RuleId? Target, JsonElement? Detail);
