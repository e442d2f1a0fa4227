namespace BundleFunctions.Security;

/// <summary>A shop has as many keys of a role as it may have; one must be revoked before another can be made.</summary>
public sealed class ApiKeyLimitException(ShopId shop, ApiRole role)
    : Exception($"Shop {shop} has {ApiKeyRing.MaxKeysPerRole} {role} keys already; expected fewer. Revoke one first.");
