using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Statistics;

/// <summary>Chance from names: the same texts give the same number on every machine, and different texts numbers that have nothing to do with
/// one another.</summary>
public static class UnitHash
{
    /// <summary>A uniform number in [0, 1): the first 53 bits of the SHA-256 of <c>salt LF value</c>, times 2^-53.</summary>
    public static double Of(string salt, string value) => (Bits(salt, value) >> 11) * (1.0 / (1UL << 53));

    /// <summary>64 uniform bits.</summary>
    /// <param name="salt">What the number is for; holds no line feed.</param>
    /// <param name="value">Whom it is for.</param>
    public static ulong Bits(string salt, string value)
    {
        var length = Encoding.UTF8.GetMaxByteCount(salt.Length + value.Length + 1);
        Span<byte> text = length <= 512 ? stackalloc byte[512] : new byte[length];
        var written = Encoding.UTF8.GetBytes(salt, text);
        text[written++] = (byte)'\n';
        written += Encoding.UTF8.GetBytes(value, text[written..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..written], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
