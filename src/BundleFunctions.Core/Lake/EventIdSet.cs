using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Lake;

/// <summary>Event ids seen, as 128 bits of their SHA-256 each: 16 bytes an id, whatever its length.</summary>
internal sealed class EventIdSet
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Whether the id is new.</summary>
    public bool Add(ReadOnlySpan<byte> id) => _seen.Add(Hash(id));

    public static UInt128 Hash(string text)
    {
        Span<byte> utf8 = stackalloc byte[512];
        return Hash(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private static UInt128 Hash(ReadOnlySpan<byte> utf8)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
