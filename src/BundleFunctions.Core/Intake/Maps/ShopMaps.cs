using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake.Maps;

/// <summary>The maps of shops: those that come with the product, by name, and those that a shop made itself.</summary>
public sealed class ShopMaps(IBlobStore blobs)
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>Checks and keeps a shop's own event map.</summary>
    /// <exception cref="InvalidMapException">It cannot be used; nothing was written.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task SaveEventMapAsync(ShopId shop, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        _ = ImportMaps.Parse(json);
        return SaveAsync(BlobLayout.ShopEventMap(shop), json, cancellationToken);
    }

    /// <summary>Checks and keeps a shop's own catalogue map.</summary>
    /// <inheritdoc cref="SaveEventMapAsync" path="/exception"/>
    public Task SaveCatalogueMapAsync(ShopId shop, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        _ = CatalogueMaps.Parse(json);
        return SaveAsync(BlobLayout.ShopCatalogueMap(shop), json, cancellationToken);
    }

    /// <summary>The event map of a name; else why there is none.</summary>
    internal Task<FoundMap<ImportMap>> FindEventMapAsync(ShopId shop, string name, CancellationToken cancellationToken) => FindAsync(
        name, "eventMap", ImportMaps.Names, ImportMaps.Load, ImportMaps.Parse, BlobLayout.ShopEventMap(shop), cancellationToken);

    /// <summary>The catalogue map of a name; else why there is none.</summary>
    internal Task<FoundMap<CatalogueMap>> FindCatalogueMapAsync(ShopId shop, string name, CancellationToken cancellationToken) => FindAsync(
        name, "catalogueMap", CatalogueMaps.Names, CatalogueMaps.Load, CatalogueMaps.Parse, BlobLayout.ShopCatalogueMap(shop), cancellationToken);

    private async Task<FoundMap<TMap>> FindAsync<TMap>(
        string name,
        string setting,
        IReadOnlyList<string> names,
        Func<string, LoadedMap<TMap>?> load,
        Func<ReadOnlyMemory<byte>, LoadedMap<TMap>> parse,
        BlobName own,
        CancellationToken cancellationToken)
        where TMap : class
    {
        if (!string.Equals(name, ImportMaps.Own, StringComparison.Ordinal))
        {
            return load(name) is { } shipped
                ? new FoundMap<TMap>(shipped, null, shipped.Hash)
                : new FoundMap<TMap>(null, Fault(RejectCodes.UnknownImportMap, $"Expected {setting} in the shop's settings to be {ImportMaps.Own} or one of {string.Join(", ", names)}; found {name}."), null);
        }

        await using var blob = await blobs.OpenAsync(own, cancellationToken);
        if (blob is null)
        {
            return new FoundMap<TMap>(null, Fault(RejectCodes.UnknownImportMap, $"{setting} in the shop's settings is {ImportMaps.Own}; expected the map as {own}."), null);
        }

        if (blob.Entry.Length > MaxBytes)
        {
            return new FoundMap<TMap>(null, Fault(RejectCodes.ImportMapInvalid, $"{own} has {blob.Entry.Length} bytes; expected at most {MaxBytes}."), blob.Entry.ETag);
        }

        using var bytes = new MemoryStream();
        await blob.Content.CopyToAsync(bytes, cancellationToken);
        try
        {
            var map = parse(bytes.ToArray());
            return new FoundMap<TMap>(map, null, map.Hash);
        }
        catch (InvalidMapException e)
        {
            return new FoundMap<TMap>(null, Fault(RejectCodes.ImportMapInvalid, $"{own}: {e.Message}"), blob.Entry.ETag);
        }
    }

    private async Task SaveAsync(BlobName name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(json.ToArray(), writable: false);
        await blobs.PutAsync(name, content, BlobCondition.None, cancellationToken);
    }

    private static FieldFault Fault(string code, string reason) => new(null, code, reason);
}
