using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Azure;

/// <summary>One write of a blob, which can be sent more than once.</summary>
internal sealed class BlobUpload(BlobClient blob, Stream content, BlobCondition condition)
{
    private const string TokenKey = "write";
    private const int BlockSize = 8 * 1024 * 1024;
    private readonly long _start = content.Position;
    private readonly string _token = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Bytes to be written.</summary>
    public long Length { get; } = content.Length - content.Position;

    /// <summary>Sends the blob; null where the condition did not hold.</summary>
    public async Task<Written?> SendAsync(CancellationToken cancellationToken)
    {
        content.Position = _start;
        var options = new BlobUploadOptions
        {
            Conditions = Conditions(),
            Metadata = IsConditional ? new Dictionary<string, string>(StringComparer.Ordinal) { [TokenKey] = _token } : null,
            TransferOptions = new StorageTransferOptions { InitialTransferSize = BlockSize, MaximumTransferSize = BlockSize, MaximumConcurrency = 2 },
        };
        try
        {
            // The SDK refuses a stream that stands at its end, which here is an empty blob.
            var info = (await blob.UploadAsync(Length == 0 ? Stream.Null : content, options, cancellationToken)).Value;
            return new Written(info.ETag, info.LastModified);
        }
        catch (RequestFailedException refused) when (IsConditional && refused.Status is 409 or 412 && !IsPassing(refused))
        {
            return await FindOwnAsync(cancellationToken);
        }
    }

    private bool IsConditional => condition.IfAbsent || condition.IfMatch is not null;

    private static bool IsPassing(RequestFailedException refused) =>
        string.Equals(refused.ErrorCode, BlobErrorCode.ContainerBeingDeleted.ToString(), StringComparison.Ordinal);

    private BlobRequestConditions? Conditions() => condition switch
    {
        { IfAbsent: true } => new BlobRequestConditions { IfNoneMatch = ETag.All },
        { IfMatch: { } etag } => new BlobRequestConditions { IfMatch = new ETag(etag) },
        _ => null,
    };

    // The SDK repeats a write whose answer was lost; the repetition is refused because the first try was done.
    private async Task<Written?> FindOwnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            var isOurs = found.Metadata.TryGetValue(TokenKey, out var token) && string.Equals(token, _token, StringComparison.Ordinal);
            return isOurs ? new Written(found.ETag, found.LastModified) : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What the service said of the version written.</summary>
    internal sealed record Written(ETag ETag, DateTimeOffset LastModified);
}
