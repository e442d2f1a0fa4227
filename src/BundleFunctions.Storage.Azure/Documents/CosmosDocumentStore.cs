using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Telemetry;
using Microsoft.Azure.Cosmos;

namespace BundleFunctions.Storage.Azure;

/// <summary>Documents in a Cosmos container: point reads, upserts, and creates or replaces by ETag; each costs what its size costs, no query.</summary>
/// <remarks>
/// Reads are handed back soon when throttled, so that serving can answer from what it has; writes are repeated for a bounded
/// time. A swap carries a token of its own: where its answer was lost and the repetition is refused, the token tells whether
/// the first try was done. Many documents go as single upserts under way together: they cost the same units as a bulk request, which
/// would wait to fill up.
/// </remarks>
public sealed class CosmosDocumentStore : IDocumentStore, IDisposable
{
    private readonly CosmosDocumentOptions _options;
    private readonly CosmosClient _client;
    private readonly CosmosContainer _container;
    private readonly WriteRetry _retry;

    /// <summary>Makes a client of its own; nothing is sent yet.</summary>
    /// <param name="options">Which container.</param>
    /// <param name="clock">By which pauses are counted; time to live goes by the service's own clock.</param>
    public CosmosDocumentStore(CosmosDocumentOptions options, TimeProvider clock)
    {
        _options = options;
        _client = CosmosClientFactory.Create(options);
        _container = new CosmosContainer(_client, options);
        _retry = new WriteRetry(options.MaxWriteRetryTime, clock);
    }

    /// <inheritdoc/>
    public async Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        var found = await Guard($"Reading {key}", container => ReadAsync(container, key, cancellationToken), cancellationToken);
        return found is null ? null : new StoredDocument(found.Body, found.ETag);
    }

    /// <inheritdoc/>
    public Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            DocumentKey.ThrowIfInvalid(document.Key);
        }

        return ForEachAsync($"Writing {documents.Count} documents", documents, async (container, document, token) =>
        {
            var item = CosmosItem.Write(document, writeToken: null);
            using var answer = await _retry.SendAsync(
                () => container.UpsertItemStreamAsync(new MemoryStream(item, writable: false), new(document.Key.Partition), cancellationToken: token), token);
            Charge("write", answer);
            if (!answer.IsSuccessStatusCode)
            {
                throw CosmosFailures.Refused(answer, $"Writing {document.Key}");
            }
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(document.Key);
        return Guard($"Swapping {document.Key}", async container =>
        {
            var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var item = CosmosItem.Write(document, token);
            var partition = new PartitionKey(document.Key.Partition);
            using var answer = await _retry.SendAsync(
                () => expectedETag is null
                    ? container.CreateItemStreamAsync(new MemoryStream(item, writable: false), partition, cancellationToken: cancellationToken)
                    : container.ReplaceItemStreamAsync(
                        new MemoryStream(item, writable: false), CosmosId.From(document.Key.Id), partition, new ItemRequestOptions { IfMatchEtag = expectedETag }, cancellationToken),
                cancellationToken);
            Charge("swap", answer);
            if (answer.IsSuccessStatusCode)
            {
                return answer.Headers.ETag;
            }

            if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
            {
                var found = await ReadAsync(container, document.Key, cancellationToken);
                return string.Equals(found?.WriteToken, token, StringComparison.Ordinal) ? found!.ETag : null;
            }

            return CosmosFailures.IsMissingItem(answer) ? null : throw CosmosFailures.Refused(answer, $"Swapping {document.Key}");
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            DocumentKey.ThrowIfInvalid(key);
        }

        return ForEachAsync($"Deleting {keys.Count} documents", keys, async (container, key, token) =>
        {
            using var answer = await _retry.SendAsync(
                () => container.DeleteItemStreamAsync(CosmosId.From(key.Id), new(key.Partition), cancellationToken: token), token);
            Charge("delete", answer);
            if (!answer.IsSuccessStatusCode && !CosmosFailures.IsMissingItem(answer))
            {
                throw CosmosFailures.Refused(answer, $"Deleting {key}");
            }
        }, cancellationToken);
    }

    /// <summary>Closes the client's connections.</summary>
    public void Dispose()
    {
        _container.Dispose();
        _client.Dispose();
    }

    private static async Task<Found?> ReadAsync(Container container, DocumentKey key, CancellationToken cancellationToken)
    {
        using var answer = await container.ReadItemStreamAsync(CosmosId.From(key.Id), new(key.Partition), cancellationToken: cancellationToken);
        Charge("read", answer);
        if (CosmosFailures.IsMissingItem(answer))
        {
            return null;
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw CosmosFailures.Refused(answer, $"Reading {key}");
        }

        using var buffer = new MemoryStream();
        await answer.Content.CopyToAsync(buffer, cancellationToken);
        try
        {
            var (body, token) = CosmosItem.Read(buffer.ToArray());
            return new Found(body, answer.Headers.ETag, token);
        }
        catch (JsonException garbage)
        {
            throw new StoreException($"Reading {key}: the answer is no item: {garbage.Message}", isTransient: true, garbage);
        }
    }

    private async Task ForEachAsync<T>(
        string action, IReadOnlyCollection<T> items, Func<Container, T, CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.WriteConcurrency, CancellationToken = cancellationToken };
        await Guard(action, async container =>
        {
            await Parallel.ForEachAsync(items, parallel, async (item, token) => await send(container, item, token));
            return true;
        }, cancellationToken);
    }

    private async Task<T> Guard<T>(string action, Func<Container, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await work(await _container.GetAsync(cancellationToken));
        }
        catch (Exception failure)
        {
            if (CosmosFailures.Wrap(failure, action, cancellationToken) is not { } wrapped)
            {
                throw;
            }

            throw wrapped;
        }
    }

    private static void Charge(string operation, ResponseMessage answer) =>
        ServiceMeter.RequestUnits.Add(answer.Headers.RequestCharge, new KeyValuePair<string, object?>("operation", operation));

    private sealed record Found(ReadOnlyMemory<byte> Body, string ETag, string? WriteToken);
}
