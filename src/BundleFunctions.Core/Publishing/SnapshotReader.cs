using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Reads what a generation's folder holds.</summary>
internal sealed class SnapshotReader(IBlobStore blobs)
{
    /// <summary>The generation's manifest; null where the folder is not whole.</summary>
    public async Task<GenerationManifest?> ReadManifestAsync(ShopId shop, GenerationId generation, CancellationToken cancellationToken)
    {
        var name = GenerationFiles.Manifest(shop, generation);
        try
        {
            return (await blobs.ReadJsonAsync(name, PublishingJson.Default.GenerationManifest, cancellationToken))?.Value;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is not a generation manifest: {e.Message}", e);
        }
    }

    /// <summary>Every list of a generation, the home list last.</summary>
    /// <exception cref="InvalidDataException">The snapshot is missing or damaged.</exception>
    public async IAsyncEnumerable<PublishedList> ReadListsAsync(
        ShopId shop, GenerationId generation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = GenerationFiles.Bundles(shop, generation);
        await using var blob = await blobs.OpenAsync(name, cancellationToken)
            ?? throw new InvalidDataException($"{name} is missing.");
        await using var gzip = OwnGzip.OpenRead(blob.Content, blob.Entry.Length);
        using var reader = new StreamReader(gzip);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return Parse(line, name);
        }
    }

    /// <summary>Every person's bundles of a generation, as documents.</summary>
    /// <inheritdoc cref="ReadListsAsync" path="/exception"/>
    public async IAsyncEnumerable<(Pseudonym User, byte[] Body)> ReadUsersAsync(
        GenerationManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (manifest.Users == 0)
        {
            yield break;
        }

        // Places in the lists are counted as they were at building, however many of them were looked at then.
        var lists = ReadListsAsync(manifest.Shop, manifest.Generation, cancellationToken);
        var shelf = await UserShelf.ReadAsync(lists, int.MaxValue, cancellationToken);
        await foreach (var list in UserListFile.ReadAsync(blobs, GenerationFiles.Users(manifest.Shop, manifest.Generation), cancellationToken))
        {
            yield return (list.User, shelf.Encode(list));
        }
    }

    private static PublishedList Parse(string line, BlobName name)
    {
        try
        {
            return JsonSerializer.Deserialize(line, PublishingJson.Default.PublishedList)
                ?? throw new InvalidDataException($"{name} holds null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is damaged: {e.Message}", e);
        }
    }
}
