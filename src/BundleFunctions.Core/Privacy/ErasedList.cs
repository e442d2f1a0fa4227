using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Who was erased, by mark: blobs <c>privacy/{shop}/erased/{mark}-{until}.json</c>, whose names say all. What comes up again of them
/// from before that time (a raw file that was kept, a file being read while it was rewritten) is left out.</summary>
internal static class ErasedList
{
    private const string Format = "yyyyMMdd'T'HHmmssfff'Z'";

    public static Task AddAsync(IBlobStore blobs, ShopId shop, string mark, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var time = until.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        return blobs.PutAsync(
            new BlobName(BlobLayout.Privacy, $"{Prefix(shop)}{mark}-{time}.json"), new MemoryStream("{}"u8.ToArray()), BlobCondition.Absent, cancellationToken);
    }

    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var erased = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Privacy, Prefix(shop), cancellationToken))
        {
            var parts = entry.Name.Path[Prefix(shop).Length..^".json".Length].Split('-');
            if (parts.Length == 2
                && DateTimeOffset.TryParseExact(parts[1], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
                && !(erased.TryGetValue(parts[0], out var known) && known >= until))
            {
                erased[parts[0]] = until;
            }
        }

        return erased;
    }

    private static string Prefix(ShopId shop) => $"{shop}/erased/";
}
