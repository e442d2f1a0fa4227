using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Operations.Migration;

/// <summary>Reads the version of a manifest whatever else of it this program could not read.</summary>
internal static class StoredVersion
{
    /// <summary>The manifest's <c>formatVersion</c>; null where there is no such blob.</summary>
    /// <exception cref="InvalidDataException">The blob names no version.</exception>
    public static async Task<int?> ReadAsync(IBlobStore blobs, BlobName name, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(blob.Content, cancellationToken: cancellationToken);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("formatVersion", out var version) && version.TryGetInt32(out var number)
                ? number
                : throw new InvalidDataException($"{name} has no formatVersion.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{name} is damaged: {e.Message}", e);
        }
    }
}
