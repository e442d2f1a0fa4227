namespace BundleFunctions.Lake;

/// <summary>One file of the lake: accepted events of one day, from one raw blob or merged from several.</summary>
/// <param name="Path">Its path in the lake's container; names the day and the content.</param>
/// <param name="Day">The UTC day of all its events, <c>yyyy-MM-dd</c>.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Events">How many are in it.</param>
/// <param name="Length">Its bytes.</param>
public sealed record LakePart(string Path, string Day, string Sha256, long Events, long Length);
