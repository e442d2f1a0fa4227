using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>The pointer beside the generations, for the day when the document store is lost.</summary>
internal static class PointerCopy
{
    public static Task WriteAsync(IBlobStore blobs, ShopId shop, ShopPointer pointer, CancellationToken cancellationToken) =>
        blobs.WriteJsonAsync(
            GenerationFiles.PointerCopy(shop), pointer, PublishingJson.Default.ShopPointer, BlobCondition.None, cancellationToken);

    /// <summary>The copy; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The blob is no pointer.</exception>
    public static async Task<ShopPointer?> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(GenerationFiles.PointerCopy(shop), cancellationToken);
        if (blob is null)
        {
            return null;
        }

        using var body = new MemoryStream();
        await blob.Content.CopyToAsync(body, cancellationToken);
        return GenerationPointers.Parse(body.GetBuffer().AsSpan(0, (int)body.Length), shop);
    }
}
