using BundleFunctions.Catalogue;
using BundleFunctions.Intake;

namespace BundleFunctions.Cli.Commands;

/// <summary>What became of one file, events or products.</summary>
internal sealed record IngestOutcome(
    IntakeStatus Status,
    long RecordsRead,
    long Accepted,
    long Duplicates,
    IReadOnlyDictionary<string, long> Rejected,
    IReadOnlyDictionary<string, IReadOnlyList<Rejection>> Samples,
    IReadOnlyList<string> Warnings)
{
    public static IngestOutcome Of(IntakeReport report) =>
        new(report.Status, report.RecordsRead, report.Accepted, report.Duplicates, report.Rejected, report.Samples, report.Warnings);

    public static IngestOutcome Of(CatalogueReport report) =>
        new(report.Status, report.RecordsRead, report.Accepted, report.Duplicates, report.Rejected, report.Samples, report.Warnings);
}
