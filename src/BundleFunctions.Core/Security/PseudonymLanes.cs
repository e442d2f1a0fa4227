using System.Text;

namespace BundleFunctions.Security;

/// <summary>Makes pseudonyms several at a time, the same that <see cref="Pseudonymizer"/> makes one by one.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
/// <param name="key">The key.</param>
/// <param name="shop">Whose identifiers they are.</param>
internal sealed class PseudonymLanes(ReadOnlySpan<byte> key, ShopId shop)
{
    /// <summary>Identifiers at a time.</summary>
    public const int Lanes = HmacLanes.Lanes;

    private const int PseudonymBytes = 16;
    private readonly HmacLanes _hmac = new(key);
    private readonly byte[][] _prefixes = [.. Enum.GetValues<PseudonymKind>().Select(kind => Encoding.UTF8.GetBytes(Pseudonymizer.Prefix(kind, shop)))];

    /// <summary>Digits of a pseudonym.</summary>
    public static int Digits => 2 * PseudonymBytes;

    /// <summary>Puts an identifier into a lane; false where it is too long.</summary>
    public bool TrySet(int lane, PseudonymKind kind, ReadOnlySpan<byte> value)
    {
        var prefix = _prefixes[(int)kind];
        if (prefix.Length + value.Length > HmacLanes.MaxMessage)
        {
            return false;
        }

        Span<byte> message = stackalloc byte[HmacLanes.MaxMessage];
        prefix.CopyTo(message);
        value.CopyTo(message[prefix.Length..]);
        _hmac.Set(lane, message[..(prefix.Length + value.Length)]);
        return true;
    }

    /// <summary>Makes the pseudonyms of all lanes.</summary>
    public void Run() => _hmac.Run();

    /// <summary>A lane's pseudonym: <see cref="Digits"/> lower-case hexadecimal digits.</summary>
    public void Get(int lane, Span<byte> digits)
    {
        Span<byte> code = stackalloc byte[PseudonymBytes];
        _hmac.Get(lane, code);
        Convert.TryToHexStringLower(code, digits, out _);
    }
}
