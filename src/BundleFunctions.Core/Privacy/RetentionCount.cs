namespace BundleFunctions.Privacy;

/// <summary>What became of one kind of data.</summary>
/// <param name="Kind">The kind, such as <c>raw</c>.</param>
/// <param name="Days">For how many days it is kept; null where for ever.</param>
/// <param name="Files">Files deleted, or to be deleted.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record RetentionCount(string Kind, int? Days, int Files, long Bytes);
