using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BundleFunctions.Ports;

/// <summary>Small JSON blobs, read and written whole.</summary>
public static class BlobStoreExtensions
{
    /// <summary>Reads a JSON blob with its ETag; null where there is none.</summary>
    /// <exception cref="JsonException">The blob is not JSON of that type.</exception>
    public static async Task<(T Value, string ETag)?> ReadJsonAsync<T>(
        this IBlobStore blobs, BlobName name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var value = await JsonSerializer.DeserializeAsync(blob.Content, type, cancellationToken)
            ?? throw new JsonException($"{name} holds null.");
        return (value, blob.Entry.ETag);
    }

    /// <summary>Writes a JSON blob; null where the condition did not hold.</summary>
    public static Task<BlobEntry?> WriteJsonAsync<T>(
        this IBlobStore blobs, BlobName name, T value, JsonTypeInfo<T> type, BlobCondition condition, CancellationToken cancellationToken) =>
        blobs.PutAsync(name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, type), writable: false), condition, cancellationToken);
}
