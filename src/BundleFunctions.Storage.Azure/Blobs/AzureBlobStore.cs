using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Azure;

/// <summary>Blobs in an Azure storage account, or in Azurite.</summary>
/// <remarks>
/// Writes go up in one request, or in blocks that become visible together. A read that breaks is resumed for the same version only. Retries
/// are the SDK's own, bounded by <see cref="AzureBlobOptions"/>. A conditional write carries a token of its own, so that a repetition that
/// finds the first try's work done is known as ours.
/// </remarks>
/// <param name="service">The SDK's client; see <see cref="BlobServiceClientFactory"/>.</param>
public sealed class AzureBlobStore(BlobServiceClient service) : IBlobStore
{
    /// <summary>A store for the account that the options name.</summary>
    public AzureBlobStore(AzureBlobOptions options)
        : this(BlobServiceClientFactory.Create(options))
    {
    }

    /// <inheritdoc/>
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) => Guard($"Opening {name}", async () =>
    {
        var answer = await OrNull(() => Client(name).DownloadStreamingAsync(new BlobDownloadOptions(), cancellationToken));
        if (answer is null)
        {
            return null;
        }

        var details = answer.Value.Details;
        var entry = new BlobEntry(name, details.ETag.ToString("H"), details.ContentLength, details.LastModified);
        return new BlobContent(entry, new WholeStream(
            answer.Value.Content, entry.Length, name.ToString(), failure => BlobFailures.Wrap(failure, $"Reading {name}", cancellationToken)));
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => Guard($"Looking up {name}", async () =>
        await OrNull(() => Client(name).GetPropertiesAsync(cancellationToken: cancellationToken)) is { } answer ? Entry(name, answer.Value) : null, cancellationToken);

    /// <inheritdoc/>
    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        Guard($"Writing {name}", async () =>
        {
            var upload = new BlobUpload(Client(name), content, condition);
            BlobUpload.Written? written;
            try
            {
                written = await upload.SendAsync(cancellationToken);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                if (condition.IfMatch is not null)
                {
                    return null;
                }

                await service.GetBlobContainerClient(name.Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                written = await upload.SendAsync(cancellationToken);
            }

            return written is { } info ? new BlobEntry(name, info.ETag.ToString("H"), upload.Length, info.LastModified) : null;
        }, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BlobName.ThrowIfInvalid(new BlobName(container, "x"), nameof(container));
        var pages = service.GetBlobContainerClient(container).GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken);
        await using var items = pages.GetAsyncEnumerator(cancellationToken);
        while (await Guard($"Listing {container}/{prefix}", async () =>
            await OrNull(async () => Response.FromValue(await items.MoveNextAsync(), null!)) is { Value: true }, cancellationToken))
        {
            var properties = items.Current.Properties;
            yield return new BlobEntry(
                new BlobName(container, items.Current.Name),
                properties.ETag?.ToString("H") ?? "",
                properties.ContentLength ?? 0,
                properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) => Guard($"Deleting {name}", async () =>
    {
        var conditions = ifMatch is null ? null : new BlobRequestConditions { IfMatch = new ETag(ifMatch) };
        try
        {
            return (await Client(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken)).Value;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }, cancellationToken);

    private static BlobEntry Entry(BlobName name, BlobProperties properties) =>
        new(name, properties.ETag.ToString("H"), properties.ContentLength, properties.LastModified);

    private static async Task<T?> OrNull<T>(Func<Task<T>> request)
        where T : class
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static async Task<T> Guard<T>(string action, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            if (BlobFailures.Wrap(failure, action, cancellationToken) is not { } wrapped)
            {
                throw;
            }

            throw wrapped;
        }
    }

    private BlobClient Client(BlobName name)
    {
        BlobName.ThrowIfInvalid(name);
        return service.GetBlobContainerClient(name.Container).GetBlobClient(name.Path);
    }
}
