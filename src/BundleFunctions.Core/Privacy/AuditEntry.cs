namespace BundleFunctions.Privacy;

/// <summary>Something that was done about a person's data, or to a shop's old data.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What, such as <c>erasure_requested</c>.</param>
/// <param name="By">Where it came from, such as <c>api</c> or <c>command</c>.</param>
/// <param name="Subjects">Marks of the pseudonyms it was about; empty where it was about nobody.</param>
/// <param name="Detail">The rest, in words that name nobody.</param>
public sealed record AuditEntry(DateTimeOffset At, string Action, string By, IReadOnlyList<string> Subjects, string Detail);
