using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Security;

/// <summary>SHA-256 of an API key. The key has 256 random bits, so that a plain hash cannot be guessed back.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ApiKeyHash(UInt128 High, UInt128 Low)
{
    /// <summary>Hashes a presented text; false where it is longer than any key.</summary>
    public static bool TryCompute(string presented, out ApiKeyHash hash)
    {
        Span<byte> text = stackalloc byte[256];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash = default;
        if (!Encoding.UTF8.TryGetBytes(presented, text, out var length))
        {
            return false;
        }

        SHA256.HashData(text[..length], digest);
        hash = new ApiKeyHash(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
        return true;
    }

    /// <summary>Lower-case hexadecimal, 64 digits.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string stored) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ToString()), Encoding.UTF8.GetBytes(stored));
}
