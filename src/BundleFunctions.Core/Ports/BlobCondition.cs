namespace BundleFunctions.Ports;

/// <summary>When a write may happen.</summary>
public readonly record struct BlobCondition
{
    private BlobCondition(bool ifAbsent, string? ifMatch) => (IfAbsent, IfMatch) = (ifAbsent, ifMatch);

    /// <summary>Always.</summary>
    public static BlobCondition None => default;

    /// <summary>Only where no blob of that name exists (<c>If-None-Match: *</c>).</summary>
    public static BlobCondition Absent => new(ifAbsent: true, ifMatch: null);

    /// <summary>Only while the blob still has this ETag (<c>If-Match</c>).</summary>
    public static BlobCondition Matches(string etag) => new(ifAbsent: false, ifMatch: etag);

    public bool IfAbsent { get; }

    public string? IfMatch { get; }
}
