using BundleFunctions.Lake;
using BundleFunctions.Ports;

namespace BundleFunctions.Intake;

/// <summary>Makes the reports of files of which nothing went in.</summary>
internal static class IntakeReports
{
    public static IntakeReport OfMissing(BlobName blob) =>
        new() { Blob = blob, Status = IntakeStatus.Missing, Warnings = ["The blob was gone before it was read."] };

    public static IntakeReport OfRefusedFile(BlobName blob, string code, string reason) => new()
    {
        Blob = blob,
        Status = IntakeStatus.Refused,
        RecordsRead = 1,
        Rejected = new SortedDictionary<string, long>(StringComparer.Ordinal) { [code] = 1 },
        Warnings = [reason],
    };

    public static IntakeReport OfCommitted(BlobName blob, LakeCommit commit) => OfKnown(blob, commit.RecordsRead);

    /// <summary>What the ledger says of a version that was seen before.</summary>
    public static IntakeReport OfEarlier(BlobName blob, LedgerEntry entry) => entry.Status switch
    {
        IntakeStatus.Ingested or IntakeStatus.AlreadyIngested => OfKnown(blob, entry.RecordsRead),
        _ => new IntakeReport
        {
            Blob = blob,
            Status = entry.Status,
            RecordsRead = entry.RecordsRead,
            Rejected = entry.Rejected,
            Warnings = entry.Message is null ? [] : [entry.Message],
        },
    };

    private static IntakeReport OfKnown(BlobName blob, long records) =>
        new() { Blob = blob, Status = IntakeStatus.AlreadyIngested, RecordsRead = records, Duplicates = records };
}
