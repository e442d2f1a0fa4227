using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Reads and replaces the pointer documents of shops.</summary>
internal sealed class GenerationPointers(IDocumentStore documents, TransientRetry retry)
{
    private const int MaxRaces = 10;

    /// <summary>The shop's pointer; null where nothing was published yet.</summary>
    /// <exception cref="InvalidDataException">The document is no pointer.</exception>
    public async Task<ShopPointer?> ReadAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await ReadWithETagAsync(shop, cancellationToken)).Pointer;

    /// <summary>Replaces the pointer by what <paramref name="change"/> makes of it, again where somebody else was first.</summary>
    /// <param name="change">Gets the pointer as it stands; answers null to leave it.</param>
    /// <returns>The pointer that stands now.</returns>
    public async Task<ShopPointer?> UpdateAsync(ShopId shop, Func<ShopPointer?, ShopPointer?> change, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            // A swap that was applied and whose answer was lost is found here on the next round, because change sees its own work.
            var (pointer, etag) = await ReadWithETagAsync(shop, cancellationToken);
            if (change(pointer) is not { } next)
            {
                return pointer;
            }

            var document = new Document(
                GenerationFiles.Pointer(shop), JsonSerializer.SerializeToUtf8Bytes(next, PublishingJson.Default.ShopPointer));
            if (await TrySwapAsync(document, etag, cancellationToken))
            {
                return next;
            }
        }

        throw new StoreException($"The pointer of shop {shop} was replaced by others {MaxRaces} times in a row.", isTransient: true);
    }

    internal static ShopPointer Parse(ReadOnlySpan<byte> body, ShopId shop)
    {
        try
        {
            var pointer = JsonSerializer.Deserialize(body, PublishingJson.Default.ShopPointer);
            return pointer?.History?.Any(info => info.Generation == pointer.Current) == true
                ? pointer
                : throw new InvalidDataException($"The pointer of shop {shop} lacks its current generation.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The pointer of shop {shop} cannot be read: {e.Message}", e);
        }
    }

    private async Task<bool> TrySwapAsync(Document document, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.CompareAndSwapAsync(document, etag, cancellationToken) is not null;
        }
        catch (StoreException e) when (e.IsTransient)
        {
            return false;
        }
    }

    private async Task<(ShopPointer? Pointer, string? ETag)> ReadWithETagAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var stored = await retry.RunAsync(token => documents.GetAsync(GenerationFiles.Pointer(shop), token), cancellationToken);
        return stored is null ? (null, null) : (Parse(stored.Body.Span, shop), stored.ETag);
    }
}
