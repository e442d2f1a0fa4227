using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Catalogue;

/// <summary>Reads and writes snapshot files. They are named by content and never change; the pointer alone does.</summary>
internal sealed class SnapshotStore(IBlobStore blobs)
{
    private const int IdDigits = 32;

    public Task<(SnapshotPointer Value, string ETag)?> ReadPointerAsync(ShopId shop, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(BlobLayout.CurrentSnapshot(shop), CatalogueJson.Default.SnapshotPointer, cancellationToken);

    /// <summary>Replaces the pointer that had <paramref name="etag"/>, or writes the first one; false where somebody else was first.</summary>
    public async Task<bool> TrySwitchAsync(ShopId shop, SnapshotPointer pointer, string? etag, CancellationToken cancellationToken)
    {
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag);
        return await blobs.WriteJsonAsync(
            BlobLayout.CurrentSnapshot(shop), pointer, CatalogueJson.Default.SnapshotPointer, condition, cancellationToken) is not null;
    }

    /// <exception cref="InvalidDataException">The snapshot that the pointer names is not there.</exception>
    public async Task<CatalogueSnapshot> ReadAsync(ShopId shop, SnapshotPointer pointer, CancellationToken cancellationToken)
    {
        var name = SnapshotName(shop, pointer.SnapshotId);
        await using var blob = await blobs.OpenAsync(name, cancellationToken) ?? throw new InvalidDataException($"{name} is missing.");
        await using var gzip = OwnGzip.OpenRead(blob.Content, blob.Entry.Length);
        using var lines = new StreamReader(gzip);
        var products = new List<Product>(pointer.Products);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var product = JsonSerializer.Deserialize(line, CatalogueJson.Lines.Product) ?? throw new InvalidDataException($"{name} has a null line.");
            products.Add(product with { Attributes = new SortedDictionary<string, string>(product.Attributes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) });
        }

        return products.Count == pointer.Products
            ? new CatalogueSnapshot(pointer.SnapshotId, pointer.IsDerived, products)
            : throw new InvalidDataException($"{name} holds {products.Count} products; its pointer names {pointer.Products}.");
    }

    public async Task<SortedDictionary<string, ProductSource>> ReadSourcesAsync(
        ShopId shop, SnapshotPointer pointer, CancellationToken cancellationToken)
    {
        var name = SourcesName(shop, pointer.SourcesId!);
        var sources = await blobs.ReadJsonAsync(name, CatalogueJson.Default.SortedDictionaryStringProductSource, cancellationToken)
            ?? throw new InvalidDataException($"{name} is missing.");
        return new SortedDictionary<string, ProductSource>(sources.Value, StringComparer.Ordinal);
    }

    /// <summary>Writes products; answers the snapshot's id.</summary>
    public async Task<string> WriteAsync(ShopId shop, IEnumerable<Product> products, CancellationToken cancellationToken)
    {
        var lines = Lines(products);
        var id = Id(lines);
        var content = new MemoryStream();
        await using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(lines, cancellationToken);
        }

        content.Position = 0;
        await blobs.PutAsync(SnapshotName(shop, id), content, BlobCondition.Absent, cancellationToken);
        return id;
    }

    /// <summary>Writes where the products came from; answers the id of that file.</summary>
    public async Task<string> WriteSourcesAsync(
        ShopId shop, SortedDictionary<string, ProductSource> sources, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(sources, CatalogueJson.Lines.SortedDictionaryStringProductSource);
        var id = Id(json);
        await blobs.PutAsync(SourcesName(shop, id), new MemoryStream(json, writable: false), BlobCondition.Absent, cancellationToken);
        return id;
    }

    /// <summary>The id that products in ordinal order of their ids have.</summary>
    public static string IdOf(IEnumerable<Product> products) => Id(Lines(products));

    private static byte[] Lines(IEnumerable<Product> products)
    {
        using var lines = new MemoryStream();
        foreach (var product in products)
        {
            JsonSerializer.Serialize(lines, product, CatalogueJson.Lines.Product);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static string Id(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..IdDigits];

    private static BlobName SnapshotName(ShopId shop, string id) => new(BlobLayout.Snapshots, $"{shop}/{id}.ndjson.gz");

    private static BlobName SourcesName(ShopId shop, string id) => new(BlobLayout.Snapshots, $"{shop}/sources/{id}.json");
}
