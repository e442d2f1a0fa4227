namespace BundleFunctions.Ports;

/// <summary>A document as it was read.</summary>
/// <param name="Body">A JSON object in UTF-8.</param>
/// <param name="ETag">Changes with every write; opaque.</param>
public sealed record StoredDocument(ReadOnlyMemory<byte> Body, string ETag);
