using System.IO.Compression;
using System.Text;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Breaks a whole file, or wraps it in gzip and breaks that.</summary>
/// <param name="random">Decides everything.</param>
internal sealed class FileMutator(Random random)
{
    private const int BombBytes = 24 * 1024 * 1024;
    private static readonly byte[] Bomb = Gzip(new byte[BombBytes], CompressionLevel.SmallestSize);

    /// <summary>A broken copy; what it may be is anything.</summary>
    /// <param name="file">A right file.</param>
    /// <param name="other">Another one, to be spliced in.</param>
    public byte[] Mutate(byte[] file, byte[] other)
    {
        for (var breaks = random.Next(0, 3); breaks > 0; breaks--)
        {
            file = MutateText(file, other);
        }

        return random.Next(3) == 0 ? MutateGzip(Gzip(file, CompressionLevel.Fastest), other) : file;
    }

    private byte[] MutateText(byte[] file, byte[] other)
    {
        var at = random.Next(file.Length + 1);
        switch (random.Next(13))
        {
            case 0:
                return file[..at];
            case 1:
                return file[at..];
            case 2:
                return [0xEF, 0xBB, 0xBF, .. file];
            case 3:
                return [.. file[..at], 0xEF, 0xBB, 0xBF, .. file[at..]];
            case 4:
                return [.. file[..at], .. new byte[random.Next(1, 9)], .. file[at..]];
            case 5:
                return LineEnds(file);
            case 6:
                return DuplicateLine(file);
            case 7:
                return [.. file[..at], .. other[random.Next(other.Length + 1)..]];
            case 8:
                return [.. file, .. other];
            case 9:
                return random.Next(4) == 0 ? Encoding.Convert(Encoding.UTF8, random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode, file) : Flip(file);
            case 10:
                return random.Next(20) == 0 ? LongLine(file, at) : Flip(file);
            case 11:
                return [.. file[..at], .. Encoding.ASCII.GetBytes(new string("[{"[random.Next(2)], random.Next(1, 200))), .. file[at..]];
            default:
                return new LineMutator(random).Mutate(file, other);
        }
    }

    private byte[] MutateGzip(byte[] gzip, byte[] other) => random.Next(12) switch
    {
        0 => gzip[..random.Next(gzip.Length + 1)],
        1 => Flip(gzip),
        2 => Gzip(gzip, CompressionLevel.Fastest),
        3 => [.. gzip, .. Gzip(other, CompressionLevel.SmallestSize)],
        4 => [.. gzip, .. Gzip(other, CompressionLevel.Fastest)[..random.Next(10)]],
        5 => [.. gzip, .. other],
        6 => [.. gzip, .. new byte[random.Next(1, 600)]],
        7 => random.Next(20) == 0 ? [.. gzip, .. Bomb] : gzip,
        8 => [.. gzip[..10], .. other],
        9 => [.. gzip, .. Flip(Gzip(other, CompressionLevel.Fastest))],
        _ => gzip,
    };

    private byte[] Flip(byte[] file)
    {
        var copy = (byte[])file.Clone();
        for (var flips = random.Next(1, 6); flips > 0 && copy.Length > 0; flips--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }

    private byte[] LineEnds(byte[] file)
    {
        var output = new MemoryStream();
        foreach (var b in file)
        {
            output.Write(b != '\n' ? [b] : random.Next(4) switch { 0 => "\r\n"u8, 1 => "\r"u8, 2 => "\n\r\n"u8, _ => "\n"u8 });
        }

        return output.ToArray();
    }

    // Of a CSV file this is the header, often.
    private byte[] DuplicateLine(byte[] file)
    {
        var end = Array.IndexOf(file, (byte)'\n', random.Next(2) * random.Next(file.Length + 1)) + 1;
        return [.. file[..end], .. file[..end], .. file[end..]];
    }

    private byte[] LongLine(byte[] file, int at)
    {
        var filler = new byte[random.Next(2) == 0 ? 1024 * 1024 : 3 * 1024 * 1024];
        Array.Fill(filler, (byte)"x ,\""[random.Next(4)]);
        return [.. file[..at], .. filler, .. file[at..]];
    }

    private static byte[] Gzip(byte[] content, CompressionLevel level)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, level))
        {
            gzip.Write(content);
        }

        return folded.ToArray();
    }
}
