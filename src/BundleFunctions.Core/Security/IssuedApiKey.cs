namespace BundleFunctions.Security;

/// <summary>A key that was just made.</summary>
/// <param name="Info">What is known of it from now on.</param>
/// <param name="Key">The key itself; it cannot be shown again.</param>
public sealed record IssuedApiKey(ApiKeyInfo Info, string Key);
