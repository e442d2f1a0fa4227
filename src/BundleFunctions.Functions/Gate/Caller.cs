using System.Runtime.InteropServices;

namespace BundleFunctions.Functions.Gate;

/// <summary>Who was let in.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="KeyId">The key's id, for logs and the audit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Caller(ShopId Shop, string KeyId);
