using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Operations.Migration;

internal static class StoredPointer
{
    /// <summary>A shop's pointer; null where nothing has been published.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static async Task<ShopPointer?> ReadAsync(IDocumentStore documents, ShopId shop, CancellationToken cancellationToken) =>
        await documents.GetAsync(GenerationFiles.Pointer(shop), cancellationToken) is { } stored ? GenerationPointers.Parse(stored.Body.Span, shop) : null;
}
