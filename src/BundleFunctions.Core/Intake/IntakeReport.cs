using BundleFunctions.Ports;

namespace BundleFunctions.Intake;

/// <summary>What became of one raw event file. <see cref="Accepted"/>, all <see cref="Rejected"/> and <see cref="Duplicates"/> together
/// are <see cref="RecordsRead"/>, in every report.</summary>
public sealed record IntakeReport
{
    public required BlobName Blob { get; init; }

    public required IntakeStatus Status { get; init; }

    /// <summary>Records of the file; a file that is refused as a whole counts as one.</summary>
    public long RecordsRead { get; init; }

    /// <summary>Events that are new in the lake.</summary>
    public long Accepted { get; init; }

    /// <summary>Refused records by code. The good records of a held file stand under <see cref="RejectCodes.HeldWithFile"/>.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Records whose event was there before: in this file, or all of them where the file was ingested before.</summary>
    public long Duplicates { get; init; }

    /// <summary>Fields that no rule knows; they were left out.</summary>
    public long UnknownFields { get; init; }

    /// <summary>Files written to the lake.</summary>
    public int Parts { get; init; }

    /// <summary>The first few refusals of each code; empty where the file was seen before.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Rejection>> Samples { get; init; } = new SortedDictionary<string, IReadOnlyList<Rejection>>(StringComparer.Ordinal);

    /// <summary>For a person to read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public TimeSpan Elapsed { get; init; }
}
