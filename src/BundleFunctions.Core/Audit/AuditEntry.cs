using System.Text.Json;

namespace BundleFunctions.Audit;

/// <summary>An operator's act. It is written before the act, so that nothing is done without a trace; an act that then failed leaves an entry
/// without effect.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who: the id of an API key, or <c>cli</c>.</param>
/// <param name="Action">What, such as <c>rules.put</c>.</param>
/// <param name="Target">To what, such as a rule's id; never a person's identifier, never a secret.</param>
/// <param name="Detail">What exactly, as JSON; null where action and target say all.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string? Target = null, JsonElement? Detail = null);
