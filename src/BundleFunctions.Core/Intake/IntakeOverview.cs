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
/// <param name="Counts">What the accepted events hold, of the files that were counted.</param>
/// <param name="Counted">How many of the files those are: older ones were not counted.</param>
public sealed record IntakeOverview(
    ShopId Shop,
    int Files,
    long RecordsRead,
    long Accepted,
    long Duplicates,
    IReadOnlyDictionary<string, long> Rejected,
    string? FirstDay,
    string? LastDay,
    IReadOnlyList<LedgerEntry> NotTakenIn,
    EventCounts Counts,
    int Counted)
{
    /// <summary>Share of the records that are in or were there before, 0..1; 1 where there are none.</summary>
    public double AcceptanceRate => RecordsRead == 0 ? 1 : (double)(Accepted + Duplicates) / RecordsRead;

    /// <summary>Share of the counted events that name no user, 0..1; 0 where there are none.</summary>
    public double WithoutUser => Counts.Events == 0 ? 0 : 1 - ((double)Counts.WithUser / Counts.Events);
}
