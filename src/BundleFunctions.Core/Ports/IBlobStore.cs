namespace BundleFunctions.Ports;

/// <summary>Blobs by name. Every write is atomic: a reader sees the old blob or the new one, whole.</summary>
/// <remarks>Failures of the store itself are <see cref="StoreException"/>, after the adapter's own bounded retries.</remarks>
public interface IBlobStore
{
    /// <summary>Opens a blob for reading; null where there is none.</summary>
    Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Looks a blob up without reading it; null where there is none.</summary>
    Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Writes a whole blob from <paramref name="content"/>'s position to its end; creates the container where it is missing.</summary>
    /// <param name="content">A seekable stream, so that a failed request can be sent again.</param>
    /// <returns>What was written, or null where <paramref name="condition"/> did not hold (then nothing was).</returns>
    Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken);

    /// <summary>Blobs whose path starts with <paramref name="prefix"/>, in ordinal order of their paths; none where the container is missing.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken);

    /// <summary>Deletes a blob; false where there was none, or where it no longer has the ETag given.</summary>
    Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken);
}
