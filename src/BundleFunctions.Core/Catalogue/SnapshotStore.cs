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

    /// <summary>Replaces the pointer that had <paramref name="etag"/>, or writes the first one; false where somebody else was first. The version is
    /// noted before, so that whatever was current is found again.</summary>
    public async Task<bool> TrySwitchAsync(ShopId shop, CatalogueVersion version, string? etag, CancellationToken cancellationToken)
    {
        var pointer = version.Pointer;
        await blobs.WriteJsonAsync(
            new BlobName(BlobLayout.Snapshots, $"{shop}/versions/{pointer.SnapshotId}-{(pointer.SourcesId ?? "derived")[..7]}.json"),
            version,
            CatalogueJson.Default.CatalogueVersion,
            BlobCondition.Absent,
            cancellationToken);
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag);
        return await blobs.WriteJsonAsync(
            BlobLayout.CurrentSnapshot(shop), pointer, CatalogueJson.Default.SnapshotPointer, condition, cancellationToken) is not null;
    }

    /// <summary>Every version that was current, or was about to be, the newest first.</summary>
    public async Task<IReadOnlyList<CatalogueVersion>> ReadVersionsAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var versions = new List<CatalogueVersion>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Snapshots, $"{shop}/versions/", cancellationToken))
        {
            if (await blobs.ReadJsonAsync(entry.Name, CatalogueJson.Default.CatalogueVersion, cancellationToken) is { } version)
            {
                versions.Add(version.Value);
            }
        }

        return [.. versions.OrderByDescending(version => version.At).ThenBy(version => version.Pointer.SnapshotId, StringComparer.Ordinal)];
    }

    public Task<(StagedCatalogue Value, string ETag)?> ReadStagedAsync(ShopId shop, CancellationToken cancellationToken) =>
        blobs.ReadJsonAsync(Staged(shop), CatalogueJson.Default.StagedCatalogue, cancellationToken);

    /// <summary>Stages a catalogue in place of the one that had <paramref name="etag"/>, or as the first one; false where somebody else was first.</summary>
    public async Task<bool> TryStageAsync(ShopId shop, StagedCatalogue staged, string? etag, CancellationToken cancellationToken)
    {
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag);
        return await blobs.WriteJsonAsync(Staged(shop), staged, CatalogueJson.Default.StagedCatalogue, condition, cancellationToken) is not null;
    }

    /// <summary>Ends the staging of what had <paramref name="etag"/>; false where it is another one by now.</summary>
    public Task<bool> UnstageAsync(ShopId shop, string etag, CancellationToken cancellationToken) => blobs.DeleteAsync(Staged(shop), etag, cancellationToken);

    /// <summary>What a pointer names, to put more to it; what was derived from events gives way, whole, to what the shop says itself.</summary>
    /// <exception cref="InvalidDataException">The snapshot that the pointer names is not there.</exception>
    public async Task<CatalogueState> ReadStateAsync(ShopId shop, SnapshotPointer? pointer, CancellationToken cancellationToken)
    {
        if (pointer is not { IsDerived: false })
        {
            return CatalogueState.Empty;
        }

        var products = new SortedDictionary<ProductId, Product>();
        foreach (var product in (await ReadAsync(shop, pointer, cancellationToken)).Products)
        {
            products.Add(product.ProductId, product);
        }

        return new CatalogueState(products, await ReadSourcesAsync(shop, pointer, cancellationToken), pointer.Floor);
    }

    /// <summary>Writes a state's files; answers the pointer that would name them.</summary>
    public async Task<SnapshotPointer> WriteStateAsync(ShopId shop, CatalogueState state, CancellationToken cancellationToken) => new(
        await WriteAsync(shop, state.Products.Values, cancellationToken),
        IsDerived: false,
        state.Products.Count,
        await WriteSourcesAsync(shop, state.Sources, cancellationToken),
        state.Floor);

    /// <summary>Whether two products are equal in every field.</summary>
    public static bool AreEqual(Product one, Product other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, CatalogueJson.Lines.Product).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, CatalogueJson.Lines.Product));

    /// <exception cref="InvalidDataException">The snapshot that the pointer names is not there.</exception>
    public async Task<CatalogueSnapshot> ReadAsync(ShopId shop, SnapshotPointer pointer, CancellationToken cancellationToken)
    {
        var name = SnapshotName(shop, pointer.SnapshotId);
        await using var blob = await blobs.OpenAsync(name, cancellationToken) ?? throw new InvalidDataException($"{name} is missing.");
        await using var gzip = OwnGzip.OpenRead(blob.Content, blob.Entry.Length);
        using var lines = new StreamReader(gzip);
        var products = new List<Product>(pointer.Products);
        var pool = new ProductPool();
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var product = JsonSerializer.Deserialize(line, CatalogueJson.Lines.Product) ?? throw new InvalidDataException($"{name} has a null line.");
            products.Add(pool.Share(product));
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

    private static BlobName Staged(ShopId shop) => new(BlobLayout.Snapshots, $"{shop}/staged.json");

    private static BlobName SnapshotName(ShopId shop, string id) => new(BlobLayout.Snapshots, $"{shop}/{id}.ndjson.gz");

    private static BlobName SourcesName(ShopId shop, string id) => new(BlobLayout.Snapshots, $"{shop}/sources/{id}.json");
}
