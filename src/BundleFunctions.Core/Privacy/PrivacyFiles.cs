using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Where a shop's privacy records lie.</summary>
internal static class PrivacyFiles
{
    public static string PendingPrefix(ShopId shop) => $"{shop}/erasures/";

    public static BlobName Pending(ShopId shop, string id) => new(BlobLayout.Privacy, $"{PendingPrefix(shop)}{id}.json");

    public static BlobName Receipt(ShopId shop, string id) => new(BlobLayout.Privacy, $"{shop}/receipts/{id}.json");

    public static string OptOutPrefix(ShopId shop) => $"{shop}/opt-outs/";

    public static BlobName OptOut(ShopId shop, string mark) => new(BlobLayout.Privacy, $"{OptOutPrefix(shop)}{mark}.json");

    public static DocumentKey OptOutDocument(ShopId shop, string mark) => new($"o|{shop}|{mark}", "opt-out");
}
