using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Security;

/// <summary>Turns personal identifiers into keyed pseudonyms: HMAC-SHA256 (RFC 2104) over <c>kind|shop|value</c>, cut to 128 bits.</summary>
/// <remarks>One ring of keys a deployment: what is written is written under the newest, what was written under retired ones is found by them still.
/// Who has the keys can link a known identifier to its pseudonyms, and so erase them; nobody else can.</remarks>
public sealed class Pseudonymizer
{
    /// <summary>The least length of a key, in bytes: that of the hash (RFC 2104, section 3).</summary>
    public const int MinKeyLength = 32;

    /// <summary>Keys of a ring.</summary>
    public const int MaxKeys = 8;

    private const int PseudonymBytes = 16;
    private readonly byte[][] _keys;
    private readonly PseudonymAliases? _aliases;

    /// <param name="key">At least <see cref="MinKeyLength"/> random bytes.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public Pseudonymizer(ReadOnlySpan<byte> key)
        : this([key.ToArray()])
    {
    }

    /// <param name="keys">The ring, the newest key first; each of at least <see cref="MinKeyLength"/> random bytes.</param>
    /// <exception cref="ArgumentException">There is no key, or too many, or one is shorter.</exception>
    public Pseudonymizer(IReadOnlyList<byte[]> keys)
        : this(keys, aliases: null)
    {
    }

    private Pseudonymizer(IReadOnlyList<byte[]> keys, PseudonymAliases? aliases)
    {
        if (keys.Count is 0 or > MaxKeys)
        {
            throw new ArgumentException($"The ring has {keys.Count} pseudonym keys; expected 1..{MaxKeys}.", nameof(keys));
        }

        foreach (var key in keys)
        {
            if (key.Length < MinKeyLength)
            {
                throw new ArgumentException($"The pseudonym key has {key.Length} bytes; expected {MinKeyLength} or more.", nameof(keys));
            }
        }

        (_keys, _aliases) = ([.. keys], aliases);
    }

    /// <summary>Whether there are retired keys, under which persons may be known too.</summary>
    public bool IsRotating => _keys.Length > 1;

    /// <summary>The same ring, which tells <paramref name="aliases"/> under which other names everybody it meets was known.</summary>
    public Pseudonymizer TellingTo(PseudonymAliases aliases) => IsRotating ? new Pseudonymizer(_keys, aliases) : this;

    /// <summary>The pseudonym of an identifier under the newest key; the same for the same kind, shop, value and key.</summary>
    public Pseudonym Create(PseudonymKind kind, ShopId shop, string value)
    {
        if (_aliases is null)
        {
            return Create(_keys[0], kind, shop, value);
        }

        var all = CreateAll(kind, shop, value);
        _aliases.Add(all);
        return all[0];
    }

    /// <summary>The pseudonyms of an identifier under every key, the newest first.</summary>
    public IReadOnlyList<Pseudonym> CreateAll(PseudonymKind kind, ShopId shop, string value)
    {
        var all = new Pseudonym[_keys.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Create(_keys[i], kind, shop, value);
        }

        return all;
    }

    /// <summary>A key of the shop's own for another purpose, such as to sign, of the newest key: HMAC-SHA256 over <c>derive|purpose|shop</c>, which no
    /// pseudonym is made of. 32 bytes.</summary>
    /// <param name="purpose">What for; no <c>|</c>.</param>
    /// <param name="shop">The shop.</param>
    public byte[] DeriveKey(string purpose, ShopId shop) => DeriveKeys(purpose, shop)[0];

    /// <summary>The same of every key, the newest first: what was signed or sealed before a rotation is read by one of them.</summary>
    public IReadOnlyList<byte[]> DeriveKeys(string purpose, ShopId shop) =>
        [.. _keys.Select(key => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"derive|{purpose}|{shop}")))];

    private static Pseudonym Create(byte[] key, PseudonymKind kind, ShopId shop, string value)
    {
        var text = $"{Prefix(kind, shop)}{value}";
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), mac);
        return Identifier.Parse<Pseudonym>(Convert.ToHexStringLower(mac[..PseudonymBytes]));
    }

    /// <summary>Makes pseudonyms of a shop's identifiers several at a time; null where older names have to be told too.</summary>
    internal PseudonymLanes? ToLanes(ShopId shop) => _aliases is null ? new PseudonymLanes(_keys[0], shop) : null;

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
