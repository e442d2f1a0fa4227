using BundleFunctions.Intake;
using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>What became of one raw product file. <see cref="Accepted"/>, all <see cref="Rejected"/> and <see cref="Duplicates"/> together
/// are <see cref="RecordsRead"/>, in every report.</summary>
public sealed record CatalogueReport
{
    public required BlobName Blob { get; init; }

    public required IntakeStatus Status { get; init; }

    /// <summary>Records of the file; a file that is refused as a whole counts as one.</summary>
    public long RecordsRead { get; init; }

    /// <summary>Products of the file, each counted once.</summary>
    public long Accepted { get; init; }

    /// <summary>Refused records by code. The good records of a held file stand under <see cref="RejectCodes.HeldWithFile"/>.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Records whose product stood earlier in the file (the last one counts), or all of them where the file was taken in before.</summary>
    public long Duplicates { get; init; }

    /// <summary>Fields that no rule knows; they were left out.</summary>
    public long UnknownFields { get; init; }

    /// <summary>The snapshot that holds the products; null where nothing went in.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Whether products that the file does not name are no more.</summary>
    public bool IsFull { get; init; }

    /// <summary>How the catalogue with the file differs from the one before; null where nothing went in.</summary>
    public CatalogueChanges? Changes { get; init; }

    /// <summary>How complete the products are; null where nothing went in.</summary>
    public ProductCounts? Counts { get; init; }

    /// <summary>The first few refusals of each code; empty where the file was seen before.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Rejection>> Samples { get; init; } = new SortedDictionary<string, IReadOnlyList<Rejection>>(StringComparer.Ordinal);

    /// <summary>For a person to read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public TimeSpan Elapsed { get; init; }
}
