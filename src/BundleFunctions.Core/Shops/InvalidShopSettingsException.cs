namespace BundleFunctions.Shops;

/// <summary>A shop's settings blob cannot be used; the shop's work stops until it is mended, other shops go on.</summary>
public sealed class InvalidShopSettingsException(ShopId shop, string reason, Exception? inner = null)
    : Exception($"{BlobLayout.ShopSettings(shop)}: {reason}", inner);
