using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>What audits call a key.</summary>
internal static class KeyName
{
    /// <summary>The first 12 hexadecimal digits of the key's SHA-256: the key cannot be told from them.</summary>
    public static string Of(HttpRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[ApiKeyCheck.Header].ToString())).AsSpan(0, 6));
}
