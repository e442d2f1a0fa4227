using System.Security.Cryptography;
using BundleFunctions.Lake.Parquet;
using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Writes parts, named by their bytes. A part that no commit names does not exist for readers.</summary>
/// <remarks>Holds room for the part that is written and uses it again. Not safe for use by several threads at once.</remarks>
internal sealed class LakePartWriter(IBlobStore blobs, ShopId shop)
{
    private readonly PartEncoder _encoder = new(ParquetCodec.Uncompressed);

    /// <summary>Writes a part of one raw file.</summary>
    /// <param name="day">The UTC day of all events, <c>yyyy-MM-dd</c>.</param>
    /// <param name="contentKey">What the events came from; names the part together with its bytes.</param>
    /// <param name="events">One or more.</param>
    /// <param name="cancellationToken">Stops before the blob is there.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task<LakePart> WriteAsync(string day, string contentKey, EventColumns events, CancellationToken cancellationToken) =>
        WriteAsync(day, sha256 => LakePaths.Part(shop, day, contentKey, sha256), events, cancellationToken);

    /// <summary>Writes a part that holds events of several.</summary>
    /// <inheritdoc cref="WriteAsync(string, string, EventColumns, CancellationToken)"/>
    public Task<LakePart> WriteMergedAsync(string day, EventColumns events, CancellationToken cancellationToken) =>
        WriteAsync(day, sha256 => LakePaths.MergedPart(shop, day, sha256), events, cancellationToken);

    private async Task<LakePart> WriteAsync(
        string day, Func<string, BlobName> name, EventColumns events, CancellationToken cancellationToken)
    {
        var bytes = _encoder.Encode(events);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

        // A part of that name has these bytes already; it is written again, so that it is nobody's old file any more (LakeBroom).
        var blob = name(sha256);
        await blobs.PutAsync(blob, bytes.AsStream(), BlobCondition.None, cancellationToken);
        return new LakePart(blob.Path, day, sha256, events.Count, bytes.Length);
    }
}
