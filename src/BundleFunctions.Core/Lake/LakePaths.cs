using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Where the lake's files and commits lie.</summary>
internal static class LakePaths
{
    public static string CommitPrefix(ShopId shop) => $"{shop}/content/";

    public static BlobName Commit(ShopId shop, string contentKey) => new(BlobLayout.Ledger, $"{CommitPrefix(shop)}{contentKey}.json");

    /// <summary>A part is named by the raw content and by its own bytes, so that two runs at once never write different bytes under one name.</summary>
    public static BlobName Part(ShopId shop, string day, string contentKey, string sha256) =>
        new(BlobLayout.Lake, $"{shop}/day={day}/{contentKey[..32]}-{sha256[..16]}.parquet");

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
