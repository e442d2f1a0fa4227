namespace BundleFunctions.Security;

/// <summary>An API key as it is stored: its hash, never itself.</summary>
/// <param name="Hash">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Label">What the shop calls it; null where it did not say.</param>
internal sealed record ApiKeyDocument(string Hash, ApiRole Role, DateTimeOffset CreatedAt, string? Label = null);
