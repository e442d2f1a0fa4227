using BundleFunctions.Security;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A shop's keys, oldest first, without the secrets.</summary>
internal sealed record KeyList(IReadOnlyList<ApiKeyInfo> Keys);
