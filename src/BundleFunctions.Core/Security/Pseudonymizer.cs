using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Security;

/// <summary>Turns personal identifiers into keyed pseudonyms: HMAC-SHA256 (RFC 2104) over <c>kind|shop|value</c>, cut to 128 bits.</summary>
/// <remarks>One key a deployment. Who has the key can link a known identifier to its pseudonym, and so erase it; nobody else can.</remarks>
public sealed class Pseudonymizer
{
    /// <summary>The least length of a key, in bytes: that of the hash (RFC 2104, section 3).</summary>
    public const int MinKeyLength = 32;

    private const int PseudonymBytes = 16;
    private readonly byte[] _key;

    /// <param name="key">At least <see cref="MinKeyLength"/> random bytes.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public Pseudonymizer(ReadOnlySpan<byte> key)
    {
        if (key.Length < MinKeyLength)
        {
            throw new ArgumentException($"The pseudonym key has {key.Length} bytes; expected {MinKeyLength} or more.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>The pseudonym of an identifier; the same for the same kind, shop, value and key.</summary>
    public Pseudonym Create(PseudonymKind kind, ShopId shop, string value)
    {
        var text = $"{Prefix(kind, shop)}{value}";
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), mac);
        return Identifier.Parse<Pseudonym>(Convert.ToHexStringLower(mac[..PseudonymBytes]));
    }

    /// <summary>A key of the shop's own for another purpose, such as to sign: HMAC-SHA256 over <c>derive|purpose|shop</c>, which no pseudonym is
    /// made of. 32 bytes.</summary>
    /// <param name="purpose">What for; no <c>|</c>.</param>
    /// <param name="shop">The shop.</param>
    public byte[] DeriveKey(string purpose, ShopId shop) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"derive|{purpose}|{shop}"));

    /// <summary>Makes pseudonyms of a shop's identifiers several at a time.</summary>
    internal PseudonymLanes ToLanes(ShopId shop) => new(_key, shop);

    /// <summary>What stands before the value. A shop id holds no '|', so no two triples give one text.</summary>
    internal static string Prefix(PseudonymKind kind, ShopId shop) => $"{Name(kind)}|{shop}|";

    private static string Name(PseudonymKind kind) => kind switch
    {
        PseudonymKind.Visitor => "visitor",
        PseudonymKind.User => "user",
        PseudonymKind.Session => "session",
        PseudonymKind.Order => "order",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
