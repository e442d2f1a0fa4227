namespace BundleFunctions.Intake;

/// <summary>What became of one version of a blob, for redelivery and reconciling.</summary>
/// <param name="Blob">The blob, as <c>container/path</c>.</param>
/// <param name="ETag">The version.</param>
/// <param name="Status">What became of it.</param>
/// <param name="RecordsRead">Its records.</param>
/// <param name="Rejected">Refused records by code.</param>
/// <param name="Rules">The settings it was judged by; a file that was held or refused is judged again when they change.</param>
/// <param name="Message">Why, where it was held or refused.</param>
public sealed record LedgerEntry(
    string Blob, string ETag, IntakeStatus Status, long RecordsRead, SortedDictionary<string, long> Rejected, string Rules, string? Message);
