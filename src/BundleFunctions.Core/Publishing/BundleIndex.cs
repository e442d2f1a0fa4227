using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Says under which product a generation's bundle stands, so that one bundle is found by its name: small documents of about
/// <see cref="PerDocument"/> bundles each.</summary>
/// <remarks>12 bytes a bundle while it is built. A bundle that several products list is found under the first of them.</remarks>
internal sealed class BundleIndex
{
    private const int PerDocument = 64;

    private readonly List<ProductId> _products = [];
    private readonly List<(ulong Hash, int Product)> _entries = [];

    /// <summary>Documents of the index of a generation of so many bundles.</summary>
    public static int CountOf(int bundles) => Math.Max(1, (bundles + PerDocument - 1) / PerDocument);

    /// <summary>The document in which a bundle stands.</summary>
    public static DocumentKey KeyOf(ShopId shop, GenerationId generation, int bundles, BundleId bundle) =>
        KeyOf(shop, generation, (int)(HashOf(bundle) % (ulong)CountOf(bundles)));

    public static DocumentKey KeyOf(ShopId shop, GenerationId generation, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"b|{shop}|{number}"), generation.Value);

    /// <summary>The product under which a document says that a bundle stands; null where it does not name it.</summary>
    public static ProductId? Find(ReadOnlyMemory<byte> body, BundleId bundle)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("b", out var bundles)
                && bundles.TryGetProperty(NameOf(HashOf(bundle)), out var product)
                && ProductId.TryParse(product.GetString(), out var id) ? id : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"A document of the bundle index cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Adds a product's list; the home list, which holds nothing else, is passed over.</summary>
    public void Add(PublishedList list)
    {
        if (list.Product is not { } product)
        {
            return;
        }

        foreach (var bundle in list.Bundles)
        {
            _entries.Add((HashOf(bundle.BundleId), _products.Count));
        }

        _products.Add(product);
    }

    /// <summary>All documents of the index.</summary>
    public IEnumerable<Document> Documents(ShopId shop, GenerationId generation, int bundles, TimeSpan? timeToLive)
    {
        var count = (ulong)CountOf(bundles);
        _entries.Sort((one, other) => (one.Hash % count, one.Hash, one.Product).CompareTo((other.Hash % count, other.Hash, other.Product)));
        var next = 0;
        for (var number = 0; number < (int)count; number++)
        {
            var start = next;
            while (next < _entries.Count && _entries[next].Hash % count == (ulong)number)
            {
                next++;
            }

            yield return new Document(KeyOf(shop, generation, number), Encode(start, next), timeToLive);
        }
    }

    private byte[] Encode(int start, int end)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartObject("b");
            for (var i = start; i < end; i++)
            {
                if (i == start || _entries[i].Hash != _entries[i - 1].Hash)
                {
                    json.WriteString(NameOf(_entries[i].Hash), _products[_entries[i].Product].Value);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    private static string NameOf(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    private static ulong HashOf(BundleId bundle) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(bundle.Value)));
}
