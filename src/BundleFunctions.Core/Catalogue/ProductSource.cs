namespace BundleFunctions.Catalogue;

/// <summary>Where a product's data came from. The newest source wins, so the order in which files come in does not matter.</summary>
/// <param name="LastModified">When the blob was last written.</param>
/// <param name="Blob">Its path; decides between blobs of one moment.</param>
internal sealed record ProductSource(DateTimeOffset LastModified, string Blob)
{
    /// <summary>Whether this one wins over <paramref name="other"/>; the same source wins over itself, as it may have been overwritten.</summary>
    public bool WinsOver(ProductSource other)
    {
        var byAge = LastModified.CompareTo(other.LastModified);
        return byAge != 0 ? byAge > 0 : string.CompareOrdinal(Blob, other.Blob) >= 0;
    }
}
