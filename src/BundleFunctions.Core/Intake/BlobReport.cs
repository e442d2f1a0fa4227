namespace BundleFunctions.Intake;

/// <summary>What became of one raw file, for the person who sent it: blob <c>rejects/{shop}/{events or catalogue}/{content}.report.json</c>, beside the
/// refused lines.</summary>
/// <param name="Blob">The blob, as <c>container/path</c>.</param>
/// <param name="Content">Names the file's content, and the refused lines.</param>
/// <param name="Status">What became of it.</param>
/// <param name="RecordsRead">Its records.</param>
/// <param name="Accepted">Those that are in.</param>
/// <param name="Duplicates">Those that were there before.</param>
/// <param name="Rejected">Refused and left out, by code.</param>
/// <param name="UnknownFields">Fields that no rule knows.</param>
/// <param name="Samples">The first few refusals of each code.</param>
/// <param name="Counts">What the accepted events hold; null of products, and where nothing is in.</param>
/// <param name="Warnings">For a person to read.</param>
public sealed record BlobReport(
    string Blob,
    string Content,
    IntakeStatus Status,
    long RecordsRead,
    long Accepted,
    long Duplicates,
    IReadOnlyDictionary<string, long> Rejected,
    long UnknownFields,
    IReadOnlyDictionary<string, IReadOnlyList<Rejection>> Samples,
    EventCounts? Counts,
    IReadOnlyList<string> Warnings);
