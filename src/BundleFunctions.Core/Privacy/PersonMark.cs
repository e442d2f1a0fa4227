using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Privacy;

/// <summary>What the lists of opted-out and erased people hold in place of a pseudonym: one more hash, so that an erased person's pseudonym
/// stands nowhere, and the same pseudonym is known again nevertheless.</summary>
/// <remarks>A pseudonym is 128 bits of a keyed hash: nobody can try all of them, so no salt is needed.</remarks>
public static class PersonMark
{
    private const int Bytes = 16;

    /// <summary>The first 128 bits of SHA-256 over <c>person|pseudonym</c>, 32 lower-case hexadecimal digits.</summary>
    public static string Of(Pseudonym person)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes($"person|{person}"), hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
