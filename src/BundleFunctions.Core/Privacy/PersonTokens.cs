using System.Text;

namespace BundleFunctions.Privacy;

/// <summary>Finds a person's identifiers and pseudonyms as texts in bytes.</summary>
/// <remarks>An identifier counts where no letter, digit, <c>_</c> or <c>-</c> stands beside it. One of less than six characters, or of digits
/// alone, is too common for that: it counts only between quotes, and only where <c>strictly</c> is not asked for.</remarks>
internal sealed class PersonTokens
{
    private const int LongEnough = 6;

    private readonly (byte[] Text, bool IsDistinct)[] _tokens;

    public PersonTokens(IEnumerable<string> rawIds, IEnumerable<Pseudonym> pseudonyms)
    {
        _tokens =
        [
            .. rawIds.Select(id => (Encoding.UTF8.GetBytes(id), id.Length >= LongEnough && !id.All(char.IsAsciiDigit))),
            .. pseudonyms.Select(pseudonym => (Encoding.ASCII.GetBytes(pseudonym.Value), true)),
        ];
    }

    /// <summary>Whether the bytes name the person.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="strictly">Only by identifiers that nothing else can be taken for.</param>
    public bool IsIn(ReadOnlySpan<byte> bytes, bool strictly)
    {
        foreach (var token in _tokens)
        {
            if ((token.IsDistinct || !strictly) && Find(bytes, token, 0, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a broken record names the person in whatever way: any identifier that stands by itself.</summary>
    public bool IsInBroken(ReadOnlySpan<byte> bytes)
    {
        foreach (var (text, _) in _tokens)
        {
            if (Find(bytes, (text, true), 0, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes <c>*</c> over every identifier and every pseudonym, so that the text keeps its length and its form.</summary>
    /// <returns>How many there were.</returns>
    public int Redact(Span<byte> bytes)
    {
        var count = 0;
        foreach (var token in _tokens)
        {
            for (var at = 0; Find(bytes, token, at, out var found); at = found + token.Text.Length)
            {
                bytes.Slice(found, token.Text.Length).Fill((byte)'*');
                count++;
            }
        }

        return count;
    }

    private static bool Find(ReadOnlySpan<byte> bytes, (byte[] Text, bool IsDistinct) token, int start, out int found)
    {
        for (var at = start; at <= bytes.Length - token.Text.Length; at = found + 1)
        {
            found = bytes[at..].IndexOf(token.Text);
            if (found < 0)
            {
                return false;
            }

            found += at;
            var before = found == 0 ? (byte)'"' : bytes[found - 1];
            var end = found + token.Text.Length;
            var after = end == bytes.Length ? (byte)'"' : bytes[end];
            if (token.IsDistinct ? !IsWord(before) && !IsWord(after) : before == '"' && after == '"')
            {
                return true;
            }
        }

        found = -1;
        return false;
    }

    private static bool IsWord(byte letter) => letter >= 0x80 || char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'_' or (byte)'-';
}
