namespace BundleFunctions.Privacy;

/// <summary>What an erasure took away, added up over all its runs.</summary>
public sealed record ErasureCounts
{
    /// <summary>Raw files written anew without the person's records.</summary>
    public int RawFilesRewritten { get; init; }

    /// <summary>Raw files deleted, because they held nothing else, or could not be read and named the person.</summary>
    public int RawFilesDeleted { get; init; }

    /// <summary>Records taken out of raw files.</summary>
    public long RawRecords { get; init; }

    /// <summary>Raw files that still hold records of the person, because they are kept by order: these do not come in again.</summary>
    public int RawFilesKept { get; init; }

    /// <summary>Records too long to be looked at, in files that were not written anew.</summary>
    public long RawRecordsUnchecked { get; init; }

    /// <summary>Lake files written anew or deleted.</summary>
    public int LakeParts { get; init; }

    /// <summary>Events taken out of the lake.</summary>
    public long LakeEvents { get; init; }

    /// <summary>Lines taken out of model folders.</summary>
    public int ModelLines { get; init; }

    /// <summary>Lines taken out of generations.</summary>
    public int GenerationLines { get; init; }

    /// <summary>Lines and identifiers taken out of rejects, reports and logs.</summary>
    public int Texts { get; init; }

    /// <summary>Whether nothing at all was taken away.</summary>
    internal bool IsNothing => RawFilesRewritten + RawFilesDeleted + LakeParts + ModelLines + GenerationLines + Texts == 0;

    internal ErasureCounts Plus(ErasureCounts more) => new()
    {
        RawFilesRewritten = RawFilesRewritten + more.RawFilesRewritten,
        RawFilesDeleted = RawFilesDeleted + more.RawFilesDeleted,
        RawRecords = RawRecords + more.RawRecords,
        LakeParts = LakeParts + more.LakeParts,
        LakeEvents = LakeEvents + more.LakeEvents,
        ModelLines = ModelLines + more.ModelLines,
        GenerationLines = GenerationLines + more.GenerationLines,
        Texts = Texts + more.Texts,

        // What is left as it is is not added up: the last look counts.
        RawFilesKept = more.RawFilesKept,
        RawRecordsUnchecked = more.RawRecordsUnchecked,
    };
}
