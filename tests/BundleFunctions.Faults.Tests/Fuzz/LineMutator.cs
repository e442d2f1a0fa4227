using System.Text;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Breaks a line the way that transport, editors, exporters and enemies break lines; sometimes it stays right.</summary>
/// <param name="random">Decides everything.</param>
internal sealed class LineMutator(Random random)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u0000", "\\ud800", "\\udc00x", "\\u00e9", "null", "true", "\"\"", "\"x\":", "{}", "[]",
            "\0", "\r", "\r\n", "\n", "\t", "\u000b", "\u0085", "\u2028", "\ufeff", "\u200b", "é", "灯", "\ud83d\ude00", "//", "/**/", "'", "NaN", ";", "|", " ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B], [0xE2, 0x82], [0x80],
    ];

    private static readonly string[] Numbers =
    [
        "1e999", "-1e999", "NaN", "Infinity", "-0", "-0.0", "0", "-1", "19,99", "\"19,99\"", "1.5", "2147483648", "-2147483649", "9223372036854775808",
        "99999999999999999999999999999999999", "0x10", "007", "+1", ".5", "5.", "1e", "1e-400", "79228162514264337593543950335", "1_000", "100001", "1e5",
        "0.00000000000000000000000000000000001", "１",
    ];

    private readonly StringBuilder _deep = new();

    /// <summary>A broken copy of one to three breaks.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="other">Another one, to be spliced in.</param>
    public byte[] Mutate(byte[] line, byte[] other)
    {
        for (var breaks = random.Next(1, 4); breaks > 0; breaks--)
        {
            line = MutateOnce(line, other);
        }

        return line;
    }

    private byte[] MutateOnce(byte[] line, byte[] other)
    {
        var at = random.Next(line.Length + 1);
        var length = random.Next(line.Length - at + 1);
        switch (random.Next(14))
        {
            case 0:
                return Flip(line);
            case 1:
                return line[..at];
            case 2:
                return [.. line[..at], .. line[(at + Math.Min(length, 20))..]];
            case 3 or 4:
                return [.. line[..at], .. Tokens[random.Next(Tokens.Length)], .. line[at..]];
            case 5 or 6:
                return Number(line, at);
            case 7:
                return [.. line[..(at + length)], .. line[at..]];
            case 8:
                return [.. line[..at], .. other[random.Next(other.Length + 1)..]];
            case 9:
                return [.. line[..at], .. Encoding.UTF8.GetBytes(Deep()), .. line[at..]];
            case 10:
                return Long(line, at);
            case 11:
                return Escape(line, at);
            case 12:
                return Case(line, at);
            default:
                return After(line, at);
        }
    }

    private byte[] Flip(byte[] line)
    {
        var copy = (byte[])line.Clone();
        for (var flips = random.Next(1, 5); flips > 0 && copy.Length > 0; flips--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }

    // The next number becomes another one.
    private byte[] Number(byte[] line, int at)
    {
        while (at < line.Length && !char.IsAsciiDigit((char)line[at]))
        {
            at++;
        }

        var end = at;
        while (end < line.Length && (char.IsAsciiDigit((char)line[end]) || line[end] == '.'))
        {
            end++;
        }

        return [.. line[..at], .. Encoding.UTF8.GetBytes(Numbers[random.Next(Numbers.Length)]), .. line[end..]];
    }

    private string Deep()
    {
        var levels = random.Next(50) == 0 ? 20_000 : random.Next(1, 40);
        _deep.Clear().Append(random.Next(2) == 0 ? ",\"x\":" : "");
        for (var i = 0; i < levels; i++)
        {
            _deep.Append(random.Next(2) == 0 ? "[" : "{\"a\":");
        }

        return random.Next(2) == 0 ? _deep.ToString() : _deep.Append('1').Append(']', levels).ToString();
    }

    private byte[] Long(byte[] line, int at)
    {
        var count = random.Next(400) == 0
            ? 1024 * 1024 - line.Length + random.Next(-2, 3)
            : ((int[])[127, 128, 129, 255, 257, 500, 501, 2001])[random.Next(8)];
        var filler = new byte[Math.Max(count, 0)];
        Array.Fill(filler, (byte)"x \"0["[random.Next(5)]);
        return [.. line[..at], .. filler, .. line[at..]];
    }

    // A letter as its escape is the same text where it stands in a string.
    private static byte[] Escape(byte[] line, int at) =>
        at < line.Length && char.IsAsciiLetterOrDigit((char)line[at])
            ? [.. line[..at], .. Encoding.ASCII.GetBytes($"\\u{(int)line[at]:x4}"), .. line[(at + 1)..]]
            : line;

    private static byte[] Case(byte[] line, int at)
    {
        var copy = (byte[])line.Clone();
        while (at < copy.Length && !char.IsAsciiLetter((char)copy[at]))
        {
            at++;
        }

        if (at < copy.Length)
        {
            copy[at] ^= 0x20;
        }

        return copy;
    }

    // White space after the next sign that JSON allows it after.
    private byte[] After(byte[] line, int at)
    {
        while (at < line.Length && !"{}[],:".Contains((char)line[at]))
        {
            at++;
        }

        at = Math.Min(at + 1, line.Length);
        return [.. line[..at], .. new byte[random.Next(1, 200)].Select(_ => (byte)" \t\r"[random.Next(3)]), .. line[at..]];
    }
}
