using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>Where a generation's files and documents lie.</summary>
public static class GenerationFiles
{
    public static BlobName Bundles(ShopId shop, GenerationId generation) => BlobLayout.GenerationFile(shop, generation, "bundles.ndjson.gz");

    public static BlobName Manifest(ShopId shop, GenerationId generation) => BlobLayout.GenerationFile(shop, generation, "manifest.json");

    /// <summary>Each person's bundles; only where the model ranks products for persons.</summary>
    public static BlobName Users(ShopId shop, GenerationId generation) => BlobLayout.GenerationFile(shop, generation, "users.ndjson.gz");

    /// <summary>A copy of the pointer, from which a lost document store is rebuilt.</summary>
    public static BlobName PointerCopy(ShopId shop) => new(BlobLayout.Generations, $"{shop}/pointer.json");

    public static DocumentKey Pointer(ShopId shop) => new($"s|{shop}", "pointer");

    public static DocumentKey Home(ShopId shop, GenerationId generation) => new($"h|{shop}", generation.Value);

    public static DocumentKey Product(ShopId shop, ProductId product, GenerationId generation) => new($"p|{shop}|{product}", generation.Value);

    /// <summary>A person's bundles, by pseudonym.</summary>
    public static DocumentKey User(ShopId shop, Pseudonym user, GenerationId generation) => new($"u|{shop}|{user}", generation.Value);

    public static DocumentKey List(ShopId shop, ProductId? product, GenerationId generation) =>
        product is { } anchor ? Product(shop, anchor, generation) : Home(shop, generation);
}
