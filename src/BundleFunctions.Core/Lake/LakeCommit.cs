using BundleFunctions.Intake;

namespace BundleFunctions.Lake;

/// <summary>Makes the parts of one raw file visible. Written last and once: what neither a commit nor a merged
/// day (<see cref="LakeDay"/>) names does not exist for readers.</summary>
/// <param name="ContentKey">Names the raw content together with the rules it was read by.</param>
/// <param name="Blob">The blob that first brought the content, as <c>container/path</c>.</param>
/// <param name="RecordsRead">Records of the file: accepted, rejected and duplicates together.</param>
/// <param name="Accepted">Events that the file added.</param>
/// <param name="Duplicates">Records whose event id stood earlier in the same file.</param>
/// <param name="Rejected">Refused records by code.</param>
/// <param name="UnknownFields">Fields that no rule knows, left out.</param>
/// <param name="Parts">The lake files, in order of their paths.</param>
/// <param name="Counts">What the accepted events hold; null of commits that are older than this count.</param>
public sealed record LakeCommit(
    string ContentKey,
    string Blob,
    long RecordsRead,
    long Accepted,
    long Duplicates,
    SortedDictionary<string, long> Rejected,
    long UnknownFields,
    IReadOnlyList<LakePart> Parts,
    EventCounts? Counts = null);
