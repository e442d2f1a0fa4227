namespace BundleFunctions.Intake;

/// <summary>What a shop's drop box has given so far.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Files">Different contents taken in.</param>
/// <param name="RecordsRead">Their records.</param>
/// <param name="Accepted">Events in the lake; an event that stands in two files counts in both.</param>
/// <param name="Duplicates">Records whose event stood earlier in the same file.</param>
/// <param name="Rejected">Refused records by code.</param>
/// <param name="FirstDay">UTC day of the oldest event, <c>yyyy-MM-dd</c>; null where there is none.</param>
/// <param name="LastDay">UTC day of the newest event.</param>
/// <param name="NotTakenIn">Files that are held or refused, with why.</param>
public sealed record IntakeOverview(
    ShopId Shop,
    int Files,
    long RecordsRead,
    long Accepted,
    long Duplicates,
    IReadOnlyDictionary<string, long> Rejected,
    string? FirstDay,
    string? LastDay,
    IReadOnlyList<LedgerEntry> NotTakenIn);
