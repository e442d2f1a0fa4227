using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out ApiKeyHash hash)
    {
        hash = default;
        if (text?.Length != 64
            || !UInt128.TryParse(text.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !UInt128.TryParse(text.AsSpan(32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
        {
            return false;
        }

        hash = new ApiKeyHash(high, low);
        return true;
    }

    /// <summary>Reads a hash that must be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ApiKeyHash Parse(string text) => TryParse(text, out var hash) ? hash : throw new FormatException("A stored key hash cannot be read.");

    /// <summary>Compares in constant time.</summary>
    public bool Matches(ApiKeyHash other) => ((High ^ other.High) | (Low ^ other.Low)) == UInt128.Zero;
}
