namespace BundleFunctions.Security;

/// <summary>A key as its shop may see it, without the secret.</summary>
/// <param name="Id">Names it, in logs and in the audit too: 12 hexadecimal digits of its hash, from which the key cannot be told.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Label">What the shop calls it; null where it did not say.</param>
public sealed record ApiKeyInfo(string Id, ApiRole Role, DateTimeOffset CreatedAt, string? Label);
