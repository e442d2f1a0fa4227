using System.Runtime.InteropServices;

namespace BundleFunctions.Security;

/// <summary>What became of a caller at the door.</summary>
/// <param name="Access">Whether the caller may go on.</param>
/// <param name="KeyId">The key's id; null where no key of the shop was presented.</param>
/// <param name="Role">The key's role.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ApiEntry(ApiAccess Access, string? KeyId, ApiRole Role);
