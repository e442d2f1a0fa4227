using System.Text.Json.Serialization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Catalogue;

/// <summary>Reads snapshots.</summary>
public sealed class CatalogueReader(IBlobStore blobs)
{
    public async Task<CatalogueSnapshot?> ReadCurrentAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var current = await blobs.ReadJsonAsync(BlobLayout.CurrentSnapshot(shop), InterimCatalogueJson.Default.InterimSnapshot, cancellationToken);
        return current is { } read
            ? new CatalogueSnapshot(read.Value.Id, read.Value.At, read.Value.Products.ToDictionary(product => product.ProductId))
            : null;
    }
}

#pragma warning disable MA0048
public sealed record InterimSnapshot(string Id, DateTimeOffset At, IReadOnlyList<Product> Products);

[JsonSerializable(typeof(InterimSnapshot))]
public sealed partial class InterimCatalogueJson : JsonSerializerContext;
