namespace BundleFunctions.Ports;

/// <summary>A small JSON document.</summary>
/// <param name="Key">Where it lies.</param>
/// <param name="Body">A JSON object in UTF-8; given back as equal JSON (white space and the order of fields may change).</param>
/// <param name="TimeToLive">When the store may drop it, counted from its last write; null keeps it.</param>
public sealed record Document(DocumentKey Key, ReadOnlyMemory<byte> Body, TimeSpan? TimeToLive = null);
