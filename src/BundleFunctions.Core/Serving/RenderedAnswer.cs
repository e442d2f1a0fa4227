namespace BundleFunctions.Serving;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="ETag">Strong: a hash of the body, in double quotes.</param>
/// <param name="Cacheable">Whether others may keep it: false for stale and partial answers.</param>
public sealed record RenderedAnswer(ReadOnlyMemory<byte> Body, string ETag, bool Cacheable);
