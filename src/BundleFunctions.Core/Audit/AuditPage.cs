namespace BundleFunctions.Audit;

/// <summary>A page of the log.</summary>
/// <param name="Entries">In the order in which they were written.</param>
/// <param name="Next">What the next page is asked for with; null where this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
