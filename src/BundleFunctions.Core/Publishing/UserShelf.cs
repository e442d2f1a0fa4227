using System.Buffers;
using System.Globalization;
using System.Text;

namespace BundleFunctions.Publishing;

/// <summary>The best bundles of every product's list, in memory, to make users' lists of.</summary>
/// <remarks>About 300 bytes a bundle.</remarks>
internal sealed class UserShelf
{
    private readonly Dictionary<ProductId, ListedBundle[]> _lists = [];
    private int _totalOrders;

    /// <summary>The bundles of a product's list; none where it has no list.</summary>
    public IReadOnlyList<ListedBundle> this[ProductId product] => _lists.TryGetValue(product, out var list) ? list : [];

    public static async Task<UserShelf> ReadAsync(IAsyncEnumerable<PublishedList> lists, int perList, CancellationToken cancellationToken)
    {
        var shelf = new UserShelf();
        await foreach (var list in lists.WithCancellation(cancellationToken))
        {
            if (list.Product is { } product)
            {
                shelf._lists[product] = [.. list.Bundles.Take(perList).Select(ListDocumentCodec.EncodeSmall)];
                shelf._totalOrders = list.Bundles.Count == 0 ? shelf._totalOrders : list.Bundles[0].Evidence.TotalOrders;
            }
        }

        return shelf;
    }

    /// <summary>A user's list as a document's body, in the format of every list.</summary>
    /// <exception cref="InvalidDataException">The list names a bundle that is not there.</exception>
    public byte[] Encode(UserList list)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        Write(body, $$"""{"t":{{_totalOrders.ToString(CultureInfo.InvariantCulture)}},"b":[""");
        for (var i = 0; i < list.Bundles.Count; i++)
        {
            var (product, position, score) = list.Bundles[i];
            var bundles = this[product];
            if (position < 0 || position >= bundles.Count)
            {
                throw new InvalidDataException($"A user's list names bundle {position} of product {product}, which has {bundles.Count}.");
            }

            Write(body, $$"""{{(i == 0 ? "" : ",")}}{"i":"{{bundles[position].Id}}","s":{{score.ToString("R", CultureInfo.InvariantCulture)}},""");
            body.Write(bundles[position].Rest);
        }

        Write(body, "]}");
        return body.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
