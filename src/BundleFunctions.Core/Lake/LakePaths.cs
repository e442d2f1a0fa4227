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

    /// <summary>A merged part is named by its own bytes alone.</summary>
    public static BlobName MergedPart(ShopId shop, string day, string sha256) =>
        new(BlobLayout.Lake, $"{shop}/day={day}/merged-{sha256[..32]}.parquet");

    public static string DayPrefix(ShopId shop) => $"{shop}/days/";

    public static BlobName DayBlob(ShopId shop, string day) => new(BlobLayout.Ledger, $"{DayPrefix(shop)}{day}.json");

    /// <summary>The day that a part's path names; far in the future where it names none.</summary>
    public static string DayOf(string path)
    {
        const string Folder = "/day=";
        var start = path.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
        return start >= Folder.Length && path.Length >= start + 10 ? path.Substring(start, 10) : "9999-99-99";
    }

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
