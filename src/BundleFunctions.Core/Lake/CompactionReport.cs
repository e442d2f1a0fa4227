namespace BundleFunctions.Lake;

/// <summary>What one compaction of a shop's lake did.</summary>
/// <param name="Days">Days whose parts were merged.</param>
/// <param name="PartsBefore">Parts that these days had.</param>
/// <param name="PartsAfter">Parts that they have now.</param>
/// <param name="Duplicates">Events that lay there twice, byte for byte, and now once.</param>
/// <param name="FilesDeleted">Files deleted that had not counted for a while.</param>
/// <param name="Overtaken">Days that somebody else changed meanwhile; the next compaction takes them.</param>
/// <param name="TooLarge">Days left as they are, because they have more events than are sorted at once.</param>
public sealed record CompactionReport(
    int Days, int PartsBefore, int PartsAfter, long Duplicates, int FilesDeleted, int Overtaken, int TooLarge);
