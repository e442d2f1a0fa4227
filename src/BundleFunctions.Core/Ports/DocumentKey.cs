namespace BundleFunctions.Ports;

/// <summary>Where a document lies: one partition, one id in it.</summary>
/// <param name="Partition">1..512 characters, for instance <c>p|shop|product</c>.</param>
/// <param name="Id">1..255 characters, without <c>/ \ ? #</c>.</param>
public readonly record struct DocumentKey(string Partition, string Id);
