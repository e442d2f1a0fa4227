using BundleFunctions.Security;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A key that was just made; it cannot be shown again.</summary>
internal sealed record IssuedKey(string Id, ApiRole Role, DateTimeOffset CreatedAt, string? Label, string Key);
