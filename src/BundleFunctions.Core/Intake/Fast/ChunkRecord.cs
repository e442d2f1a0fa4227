namespace BundleFunctions.Intake.Fast;

/// <summary>Where a record stands in its chunk.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Line">1-based line of the file on which it starts.</param>
/// <param name="IsTooLong">Whether it was over the limit and passed over.</param>
internal readonly record struct ChunkRecord(int Start, int Length, long Line, bool IsTooLong);
