namespace BundleFunctions.Serving.Rules;

/// <summary>A shop's rules as they are stored.</summary>
/// <param name="Set">The rules; none where nothing was stored yet.</param>
/// <param name="ETag">Changes with every write; null where nothing was stored yet.</param>
public sealed record StoredRules(RuleSet Set, string? ETag);
