namespace BundleFunctions.Ports;

/// <summary>A blob as its store lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ETag">Changes with every write; opaque.</param>
/// <param name="Length">Bytes.</param>
/// <param name="LastModified">When it was last written, by the store's clock.</param>
public sealed record BlobEntry(BlobName Name, string ETag, long Length, DateTimeOffset LastModified);
